import { beforeAll, beforeEach, expect, test } from 'vitest';
import { nobody, type Actor } from '#features/accounts/actor.ts';
import { showMember } from '#features/network/server/service.ts';
import type { AcceptCommand } from '../schema.ts';
import { acceptApplication } from './accepting.ts';
import { apply } from './applying.ts';
import { answerQuestion, confirmApplication, followApplication, withdrawApplication } from './following.ts';
import {
  addCoordinator,
  addMember,
  applicationOf,
  applyAndConfirm,
  applyAs,
  clock,
  mailsTo,
  useJoining,
} from './joining.fixture.ts';
import { askBack, declineApplication, listApplications, showApplication } from './reviewing.ts';
import { tidyApplications } from './tidy.ts';

const app = useJoining();
let coordinator: Actor;
const start = new Date('2027-02-01T10:00:00Z');

beforeAll(async () => {
  coordinator = await addCoordinator(app());
});

beforeEach(() => {
  clock.now = start;
});

const place = {
  municipalityName: 'Gurëz e Re',
  county: null,
  newCounty: 'Fushë',
  longitude: 19.6,
  latitude: 41.6,
};
const accept = (version: number, given: Partial<AcceptCommand> = {}): AcceptCommand => ({
  ...place,
  version,
  units: 'Qendër\nGurra;19.61;41.62',
  organisation: null,
  ...given,
});

test('an application is read by nobody before the mailed link confirmed its address', async () => {
  const { id, command, link } = await applyAs(app());
  const listed = async () => (await listApplications(app(), coordinator)).waiting.map((one) => one.id);
  expect(await listed()).not.toContain(id);
  await expect(showApplication(app(), coordinator, id)).rejects.toThrow('not-found');
  const [mail] = await mailsTo(app(), command.email);
  expect(mail?.text).toContain(`/sq/join/${link.token}`);
  await followApplication(app(), link.token);
  expect(await listed()).not.toContain(id);
  await confirmApplication(app(), link);
  await confirmApplication(app(), link);
  expect(await listed()).toContain(id);
});

test('a form sent twice applies once, and one that a program filled in not at all', async () => {
  const command = applicationOf();
  for (const address of ['a', 'b']) await apply(app(), command, { address });
  await apply(app(), applicationOf({ website: 'http://spam.example', email: 'spam@example.org' }), {
    address: 'c',
  });
  expect(await mailsTo(app(), command.email)).toHaveLength(1);
  expect(await mailsTo(app(), 'spam@example.org')).toHaveLength(0);
});

test('one address that applies again and again is slowed down, and told so', async () => {
  const outcomes = [];
  for (let index = 0; index < 8; index += 1) {
    outcomes.push((await apply(app(), applicationOf(), { address: 'one-address' })).kind);
  }
  expect(outcomes).toEqual([...Array.from({ length: 6 }, () => 'done'), 'refused', 'refused']);
});

test('a link that this installation has not signed opens nothing', async () => {
  const { id } = await applyAs(app());
  const other = await applyAs(app());
  const forged = `${id}.${other.link.token.split('.')[1] ?? ''}`;
  for (const token of [id, forged, 'x']) {
    await expect(followApplication(app(), token)).rejects.toThrow('not-found');
  }
});

test('nobody but a coordinator reads applications or decides on them, an editor of the municipality neither', async () => {
  const { id, version } = await applyAndConfirm(app());
  const { organisationId, municipalityId } = await addMember(app());
  const editor: Actor = {
    kind: 'account',
    id: coordinator.kind === 'account' ? coordinator.id : '',
    grants: [
      {
        role: 'editor',
        scope: { kind: 'organisation', organisationId, municipalityIds: [municipalityId] },
      },
    ],
    awaitsSecondFactor: false,
  };
  for (const actor of [nobody, editor]) {
    await expect(listApplications(app(), actor)).rejects.toThrow('forbidden');
    await expect(showApplication(app(), actor, id)).rejects.toThrow('forbidden');
    await expect(declineApplication(app(), actor, id, { version, reason: 'x' })).rejects.toThrow('forbidden');
    await expect(acceptApplication(app(), actor, id, accept(version), 'r')).rejects.toThrow('forbidden');
  }
});

test('what coordinators ask is mailed in the language of the applicant, whose answer brings it back', async () => {
  const { id, version, link, command } = await applyAndConfirm(app(), { language: 'en' });
  await askBack(app(), coordinator, id, { version, question: 'Who audits you?' });
  expect((await mailsTo(app(), command.email)).map(({ subject }) => subject)).toContainEqual(
    expect.stringContaining('a question about your application'),
  );
  expect((await followApplication(app(), link.token)).state).toBe('asked');
  clock.now = new Date(start.getTime() + 60_000);
  await answerQuestion(app(), link, { text: 'Nobody yet.' });
  const { application, messages } = await showApplication(app(), coordinator, id);
  expect(application.state).toBe('open');
  expect(messages.map(({ side, text }) => [side, text])).toEqual([
    ['network', 'Who audits you?'],
    ['applicant', 'Nobody yet.'],
  ]);
  expect(await answerQuestion(app(), link, { text: 'More' })).toMatchObject({ kind: 'refused' });
});

test('accepted for a new municipality, it stands in the record with its units, and its first editor is invited', async () => {
  const { id, version, command, link } = await applyAndConfirm(app());
  const before = await app().db.selectFrom('record_version').select('version').executeTakeFirstOrThrow();
  expect(await acceptApplication(app(), coordinator, id, accept(version), 'r')).toEqual({
    kind: 'done',
    value: null,
  });
  const { organisationKey, municipalityKey, state } = await followApplication(app(), link.token);
  expect(state).toBe('accepted');
  const member = await showMember(app(), organisationKey ?? '');
  expect(member.memberships).toMatchObject([{ municipalityKey, since: '2027-02-01', role: 'member' }]);
  const units = await app()
    .db.selectFrom('administrative_unit')
    .innerJoin('municipality', 'municipality.id', 'municipality_id')
    .select(['administrative_unit.name', 'administrative_unit.longitude'])
    .where('municipality.key', '=', municipalityKey)
    .orderBy('administrative_unit.key')
    .execute();
  expect(units.map(({ name }) => name)).toEqual(['Gurra', 'Qendër']);
  const invited = await app()
    .db.selectFrom('invitation')
    .select(['role', 'organisation_id as organisation'])
    .where('email', '=', command.email)
    .execute();
  expect(invited).toEqual([{ role: 'editor', organisation: member.id }]);
  const after = await app().db.selectFrom('record_version').select('version').executeTakeFirstOrThrow();
  expect(after.version).toBeGreaterThan(before.version);
});

test('what is missing of a new municipality is told at its fields, and nothing is made', async () => {
  const { id, version } = await applyAndConfirm(app());
  const command = accept(version, { newCounty: '', longitude: null, units: 'Qendër\nQendër' });
  expect(await acceptApplication(app(), coordinator, id, command, 'r')).toMatchObject({
    kind: 'refused',
    faults: [{ field: 'county' }, { field: 'longitude' }, { field: 'units', values: { line: 2 } }],
  });
  expect((await showApplication(app(), coordinator, id)).application.state).toBe('open');
});

test('of two coordinators who decide at once, the second is told what the first did', async () => {
  const { id, version } = await applyAndConfirm(app());
  await declineApplication(app(), coordinator, id, { version, reason: 'Nuk ka regjistrim.' });
  expect(await declineApplication(app(), coordinator, id, { version, reason: 'Tjetër.' })).toMatchObject({
    kind: 'conflict',
    theirs: { state: 'declined' },
  });
});

test('a member for a municipality cannot become one there a second time', async () => {
  const { organisationId, municipalityId } = await addMember(app());
  const { id, version } = await applyAndConfirm(app(), { municipality: municipalityId, place: '' });
  const command = accept(version, { organisation: organisationId });
  expect(await acceptApplication(app(), coordinator, id, command, 'r')).toMatchObject({
    kind: 'refused',
    faults: [{ field: 'organisation', key: 'joining.fault.member' }],
  });
});

test('what was decided says nothing of its applicant after a year, and what nobody confirmed is gone after two weeks', async () => {
  const declined = await applyAndConfirm(app());
  await declineApplication(app(), coordinator, declined.id, {
    version: declined.version,
    reason: 'Jo tani.',
  });
  const withdrawn = await applyAndConfirm(app());
  await withdrawApplication(app(), withdrawn.link);
  const { organisationId, municipalityId } = await addMember(app());
  await app().db.deleteFrom('membership').where('organisation_id', '=', organisationId).execute();
  const accepted = await applyAndConfirm(app(), { municipality: municipalityId, place: '' });
  const command = accept(accepted.version, { organisation: organisationId });
  await acceptApplication(app(), coordinator, accepted.id, command, 'r');
  const unconfirmed = await applyAs(app());
  const kept = () =>
    app()
      .db.selectFrom('join_application')
      .select(['id', 'email', 'name_sq as name'])
      .where('id', 'in', [declined.id, withdrawn.id, accepted.id, unconfirmed.id]);
  clock.now = new Date('2027-02-10T10:00:00Z');
  await tidyApplications.perform(app(), { day: '2027-02-10' });
  expect(await kept().execute()).toHaveLength(4);
  clock.now = new Date('2028-02-02T10:00:00Z');
  await tidyApplications.perform(app(), { day: '2028-02-02' });
  expect((await kept().execute()).map(({ email, name }) => [email, name])).toEqual([
    ['', ''],
    ['', ''],
    ['', ''],
  ]);
  expect((await followApplication(app(), declined.link.token)).messages).toEqual([]);
});
