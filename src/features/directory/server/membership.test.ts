import { beforeAll, expect, test } from 'vitest';
import { holdsIn, organisationsOf, type Actor } from '#features/accounts/actor.ts';
import { actorOf } from '#features/accounts/server/actor.ts';
import { listMembers, showMember } from '#features/network/server/service.ts';
import { createApp, type App } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import { useDatabase } from '#testing/database.ts';
import { addListeningPlace, addWorker, type ListeningPlace } from '#testing/factories-listening.ts';
import { addMembership } from '#testing/factories.ts';
import { showEntry, writeEntry } from './directory.ts';

const database = useDatabase();
const clock = { now: new Date('2027-02-01T10:00:00Z') };
let app: App;
let place: ListeningPlace;
let editor: Actor;
let coordinator: Actor;
let here: string;
let there: string;

beforeAll(async () => {
  app = createApp(readConfig({ LOG_LEVEL: 'silent' }), database(), { clock: () => clock.now });
  place = await addListeningPlace(app.db);
  await app.db.deleteFrom('membership').execute();
  const elsewhere = await addListeningPlace(app.db, 'Vlorë');
  const of = (municipality: { id: string }) =>
    addMembership(app.db, {
      organisation_id: place.organisation.id,
      municipality_id: municipality.id,
      since: '2019',
    });
  here = (await of(place.municipality)).key;
  there = (await of(elsewhere.municipality)).key;
  editor = await addWorker(app.db, place, 'editor');
  coordinator = await addWorker(app.db, place, 'coordinator');
});

async function end(key: string, until: string, reason = 'Organizata u mbyll.') {
  const address = { subject: 'membership', key: key.replaceAll('/', '~') };
  const { fields, version } = await showEntry(app, coordinator, address);
  return writeEntry(app, coordinator, address, { reason, reasonEn: '', version }, { ...fields, until });
}

const editorNow = () => actorOf(app, editor.kind === 'account' ? editor.id : '', true);

test('a membership ends with a day and a reason, by the coordination alone', async () => {
  const address = { subject: 'membership', key: here.replaceAll('/', '~') };
  await expect(showEntry(app, editor, address)).rejects.toThrow('not-found');
  expect(await end(here, '2027-01-31', '')).toMatchObject({ kind: 'refused', faults: [{ field: 'reason' }] });
  expect(await end(here, '2018-01-31')).toMatchObject({ kind: 'refused', faults: [{ field: 'until' }] });
});

test('who worked in one municipality no longer does, and while the organisation is a member elsewhere it keeps its people', async () => {
  expect(holdsIn(await editorNow(), place.municipality.id, 'editor')).toBe(true);
  await end(here, '2027-01-31');
  expect(holdsIn(await editorNow(), place.municipality.id, 'editor')).toBe(false);
  expect(organisationsOf(await editorNow(), 'editor')).toEqual([place.organisation.id]);
});

test('with its last membership the roles of its people end on the same day, and its history stays public', async () => {
  await end(there, '2027-02-10');
  expect(organisationsOf(await editorNow(), 'editor')).toEqual([place.organisation.id]);
  clock.now = new Date('2027-02-11T10:00:00Z');
  expect(organisationsOf(await editorNow(), 'editor')).toEqual([]);
  const { memberships } = await showMember(app, place.organisation.key);
  expect(memberships.map(({ endedBecause }) => endedBecause?.sq)).toEqual([
    'Organizata u mbyll.',
    'Organizata u mbyll.',
  ]);
  const members = await listMembers(app);
  expect(members.find(({ key }) => key === place.organisation.key)?.isFormer).toBe(true);
  expect(new Set(memberships.map(({ until }) => until))).toEqual(new Set(['2027-01-31', '2027-02-10']));
  const audited = await app.db
    .selectFrom('audit_event')
    .select('action')
    .where('action', '=', 'end-role')
    .execute();
  expect(audited).toHaveLength(1);
});
