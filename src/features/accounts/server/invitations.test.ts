import { randomUUID } from 'node:crypto';
import { beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { createApp, type App } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import { allJobs } from '#server/jobs/all-jobs.ts';
import { useDatabase } from '#testing/database.ts';
import {
  addAccount,
  addGrant,
  addMembership,
  addMunicipalities,
  addOrganisation,
} from '#testing/factories.ts';
import { holdsForNetwork, holdsIn } from '../actor.ts';
import type { acceptSchema, inviteSchema } from '../schema.ts';
import { acceptInvitation } from './accept-invitation.ts';
import { actorOf } from './actor.ts';
import { invite, listInvitations, withdrawInvitation } from './invitations.ts';
import { endRole, listPeople } from './people.ts';
import { readVisitor } from './session.ts';

const database = useDatabase();
const request = { id: 'r', userAgent: '' };
let app: App;
let now: Date;
let fier = '';
let vlora = '';
let ours = '';
let theirs = '';

beforeAll(async () => {
  const { db } = database();
  const [first, second] = await addMunicipalities(db, [{}, {}]);
  fier = first?.id ?? '';
  vlora = second?.id ?? '';
  ours = (await addOrganisation(db)).id;
  theirs = (await addOrganisation(db)).id;
  await addMembership(db, { organisation_id: ours, municipality_id: fier });
  await addMembership(db, { organisation_id: theirs, municipality_id: vlora });
});

beforeEach(async () => {
  now = new Date('2026-11-26T12:00:00Z');
  const config = readConfig({ LOG_LEVEL: 'silent', AUTH_SECRET: 's'.repeat(32) });
  app = createApp(config, database(), { clock: () => now });
  await app.jobs.start(app, { jobs: allJobs, works: false });
  return () => app.jobs.stop();
});

async function person(grant: Omit<Parameters<typeof addGrant>[1], 'account_id'>) {
  const { id } = await addAccount(app.db);
  const given = await addGrant(app.db, { account_id: id, ...grant });
  return { id, grantId: given.id, actor: await actorOf(app, id, true) };
}

function inviting(given: Partial<z.output<typeof inviteSchema>>): z.output<typeof inviteSchema> {
  const email = `${randomUUID()}@example.org`;
  const nothing = { organisationId: null, municipalityId: null, until: null };
  return { email, language: 'en', role: 'monitor', ...nothing, ...given };
}

const accepting = { name: 'Luan', language: 'sq', password: 'një fjalëkalim' } as const;

async function tokenSentTo(email: string): Promise<string> {
  const { body_text: text } = await app.db
    .selectFrom('mail_outbox')
    .select('body_text')
    .where('recipient', '=', email)
    .executeTakeFirstOrThrow();
  return /token=([\w-]+)/.exec(text)?.[1] ?? '';
}

async function accept(token: string, given: Partial<z.output<typeof acceptSchema>> = {}) {
  const cookie = await acceptInvitation(app, { ...accepting, token, ...given }, request);
  return cookie && readVisitor(app, `${cookie.name}=${cookie.value}`);
}

test('who accepts has the account and the role, and is signed in', async () => {
  const { actor } = await person({ role: 'editor', organisation_id: ours });
  const command = inviting({ organisationId: ours, until: '2026-12-31' });
  expect(await invite(app, actor, command, 'r')).toMatchObject({ kind: 'done' });
  const visitor = await accept(await tokenSentTo(command.email));
  expect(visitor).toMatchObject({ kind: 'signed-in', account: { name: 'Luan', email: command.email } });
  const id = visitor?.kind === 'signed-in' ? visitor.account.id : '';
  expect(holdsIn(await actorOf(app, id, false), fier, 'monitor')).toBe(true);
  expect(holdsIn(await actorOf(app, id, false), vlora, 'monitor')).toBe(false);
  now = new Date('2027-01-01T12:00:00Z');
  expect(holdsIn(await actorOf(app, id, false), fier, 'monitor')).toBe(false);
});

test('an account that there is keeps its name and its password, and a second factor is asked for', async () => {
  const { actor } = await person({ role: 'coordinator' });
  const account = await addAccount(app.db, { name: 'Arta', second_factor: true });
  await invite(app, actor, inviting({ email: account.email, role: 'coordinator' }), 'r');
  const visitor = await accept(await tokenSentTo(account.email), { name: 'Other' });
  expect(visitor).toMatchObject({ kind: 'halfway', account: { id: account.id, name: 'Arta' } });
  const credentials = app.db.selectFrom('credential').selectAll().where('account_id', '=', account.id);
  expect(await credentials.execute()).toEqual([]);
});

describe('an invitation', () => {
  async function invited() {
    const coordinator = await person({ role: 'coordinator' });
    const command = inviting({ role: 'municipality-contact', municipalityId: fier });
    await invite(app, coordinator.actor, command, 'r');
    const open = await listInvitations(app, coordinator.actor);
    const id = open.find(({ email }) => email === command.email)?.id ?? '';
    return { coordinator, id, token: await tokenSentTo(command.email) };
  }

  test('is taken up once', async () => {
    const { token } = await invited();
    const visitors = await Promise.all([accept(token), accept(token)]);
    expect(visitors.filter((visitor) => visitor !== undefined)).toHaveLength(1);
  });

  test('waits two weeks', async () => {
    const { token } = await invited();
    now = new Date(now.getTime() + 14 * 24 * 60 * 60 * 1000 + 1);
    expect(await accept(token)).toBeUndefined();
  });

  test('that was taken back is worth nothing', async () => {
    const { coordinator, id, token } = await invited();
    await withdrawInvitation(app, coordinator.actor, id, 'r');
    expect(await accept(token)).toBeUndefined();
  });

  test('is worth nothing once whoever invited may no longer', async () => {
    const { coordinator, token } = await invited();
    await app.db
      .updateTable('role_grant')
      .set({ until: '2026-11-25' })
      .where('id', '=', coordinator.grantId)
      .execute();
    expect(await accept(token)).toBeUndefined();
  });

  test('is seen and taken back by nobody else’s editor', async () => {
    const { id } = await invited();
    const editor = await person({ role: 'editor', organisation_id: theirs });
    expect(await listInvitations(app, editor.actor)).toEqual([]);
    await expect(withdrawInvitation(app, editor.actor, id, 'r')).rejects.toThrow('not-found');
  });

  test('leaves no address in the audit', async () => {
    const { id } = await invited();
    const events = await app.db.selectFrom('audit_event').selectAll().where('subject_id', '=', id).execute();
    expect(events).toMatchObject([{ action: 'invite', municipality_id: fier }]);
    expect(JSON.stringify(events)).not.toContain('@');
  });
});

describe('nobody gives what they may not', () => {
  test.each<[string, () => Partial<z.output<typeof inviteSchema>>, string]>([
    ['an editor', () => ({ role: 'editor', organisationId: ours }), 'accounts.fault.not-yours'],
    ['a coordinator', () => ({ role: 'coordinator' }), 'accounts.fault.not-yours'],
    ['a monitor of another organisation', () => ({ organisationId: theirs }), 'accounts.fault.not-yours'],
    [
      'a monitor where it is no member',
      () => ({ organisationId: ours, municipalityId: vlora }),
      'accounts.fault.no-member',
    ],
    ['a monitor of nothing', () => ({}), 'accounts.fault.organisation'],
    ['a role that has ended', () => ({ organisationId: ours, until: '2026-11-25' }), 'accounts.fault.past'],
  ])('an editor invites no %s', async (_, given, key) => {
    const { actor } = await person({ role: 'editor', organisation_id: ours });
    const command = inviting(given());
    expect(await invite(app, actor, command, 'r')).toMatchObject({ kind: 'refused', faults: [{ key }] });
    const sent = app.db.selectFrom('mail_outbox').select('id').where('recipient', '=', command.email);
    expect(await sent.execute()).toEqual([]);
  });
});

describe('ending a role', () => {
  const ending = (grantId: string, until = '2026-11-26') => ({ grantId, until, reason: 'moved' });

  test('holds from the day after; today it still holds', async () => {
    const coordinator = await person({ role: 'coordinator' });
    const monitor = await person({ role: 'monitor', organisation_id: ours });
    await endRole(app, coordinator.actor, ending(monitor.grantId), 'r');
    expect(holdsIn(await actorOf(app, monitor.id, true), fier, 'monitor')).toBe(true);
    now = new Date('2026-11-27T12:00:00Z');
    expect(holdsIn(await actorOf(app, monitor.id, true), fier, 'monitor')).toBe(false);
  });

  test('is not for an editor of another organisation, who learns nothing of it', async () => {
    const editor = await person({ role: 'editor', organisation_id: theirs });
    const monitor = await person({ role: 'monitor', organisation_id: ours });
    await expect(endRole(app, editor.actor, ending(monitor.grantId), 'r')).rejects.toThrow('not-found');
    expect((await listPeople(app, editor.actor, 'en')).grants.map(({ id }) => id)).not.toContain(
      monitor.grantId,
    );
  });

  test('above one’s own is refused', async () => {
    const editor = await person({ role: 'editor', organisation_id: ours });
    const other = await person({ role: 'editor', organisation_id: ours });
    await expect(endRole(app, editor.actor, ending(other.grantId), 'r')).rejects.toThrow('forbidden');
  });

  test('one’s own is always possible', async () => {
    const monitor = await person({ role: 'monitor', organisation_id: ours });
    expect(await endRole(app, monitor.actor, ending(monitor.grantId), 'r')).toMatchObject({ kind: 'done' });
  });

  test('of the last administrator is refused, also where two end each other’s at once', async () => {
    await app.db.deleteFrom('role_grant').where('role', '=', 'administrator').execute();
    const [one, two] = [await person({ role: 'administrator' }), await person({ role: 'administrator' })];
    const outcomes = await Promise.all([
      endRole(app, one.actor, ending(two.grantId), 'r'),
      endRole(app, two.actor, ending(one.grantId), 'r'),
    ]);
    expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['done', 'refused']);
    now = new Date('2026-11-27T12:00:00Z');
    const left = await Promise.all([one, two].map(({ id }) => actorOf(app, id, true)));
    expect(left.filter((actor) => holdsForNetwork(actor, 'administrator'))).toHaveLength(1);
  });
});
