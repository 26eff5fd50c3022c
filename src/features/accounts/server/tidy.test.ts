import { beforeEach, expect, test } from 'vitest';
import { createApp, type App } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import { allJobs } from '#server/jobs/all-jobs.ts';
import { useDatabase } from '#testing/database.ts';
import { addAccount, addGrant } from '#testing/factories.ts';
import { signIn } from '#testing/sign-in.ts';
import { askForLink } from './link-request.ts';
import { addUser } from './operator.ts';
import { invite, listInvitations } from './invitations.ts';
import { makeLink } from './links.ts';
import { sendLink } from './send-link.ts';
import { readVisitor } from './session.ts';
import { tidyAccounts } from './tidy.ts';

const database = useDatabase();
const day = 24 * 60 * 60 * 1000;
const coordinator = { role: 'coordinator', organisationId: null, municipalityId: null } as const;
let app: App;
let now: Date;

beforeEach(async () => {
  now = new Date('2026-11-26T12:00:00Z');
  const config = readConfig({ LOG_LEVEL: 'silent', AUTH_SECRET: 's'.repeat(32) });
  app = createApp(config, database(), { clock: () => now });
  await app.jobs.start(app, { jobs: allJobs, works: false });
  return () => app.jobs.stop();
});

async function tidyAfter(days: number): Promise<void> {
  now = new Date(now.getTime() + days * day);
  await tidyAccounts.perform(app, { day: '2026-11-26' });
}

function known(email: string) {
  return app.db.selectFrom('account').select('id').where('email', '=', email).executeTakeFirst();
}

async function signUp(email: string): Promise<void> {
  await askForLink(app, { email, purpose: 'sign-up', name: 'Besa', language: 'sq' });
  const waiting = await app.db.selectFrom('link_request').select('id').execute();
  for (const { id } of waiting) await sendLink.perform(app, { id });
}

test('an account that was asked for and not confirmed is there while its link works, then gone, and the audit says so', async () => {
  await signUp('besa@example.org');
  const account = await known('besa@example.org');
  await tidyAfter(0.9);
  expect(await known('besa@example.org')).toEqual(account);
  await tidyAfter(0.2);
  expect(await known('besa@example.org')).toBeUndefined();
  const events = await app.db
    .selectFrom('audit_event')
    .select(['actor', 'action'])
    .where('subject_id', '=', account?.id ?? '')
    .where('action', '=', 'remove-unconfirmed')
    .execute();
  expect(events).toEqual([{ actor: 'accounts.tidy', action: 'remove-unconfirmed' }]);
});

test('accounts that were confirmed, that an operator made or that hold a role stay', async () => {
  const { email } = await addAccount(app.db);
  const operators = {
    email: 'first@example.org',
    name: 'E para',
    language: 'sq',
    password: undefined,
  } as const;
  await addUser(app, { ...operators, role: coordinator });
  await tidyAfter(400);
  expect(await known(email)).toBeDefined();
  expect(await known('first@example.org')).toBeDefined();
});

test('a session goes a day after it expired, one that goes on stays', async () => {
  const { id } = await addAccount(app.db);
  const old = await signIn(app, id);
  now = new Date(now.getTime() + 14.5 * day);
  const fresh = await signIn(app, id);
  await tidyAfter(0);
  expect(await readVisitor(app, old)).toMatchObject({ kind: 'ended' });
  await tidyAfter(1);
  expect(await readVisitor(app, old)).toEqual({ kind: 'nobody' });
  expect(await readVisitor(app, fresh)).toMatchObject({ kind: 'signed-in' });
});

test('links and invitations go when their time is over, not before', async () => {
  const { id, email } = await addAccount(app.db);
  await addGrant(app.db, { account_id: id, role: 'administrator' });
  const grants = [{ role: 'administrator', scope: { kind: 'network' } }] as const;
  const actor = { kind: 'account', id, grants, awaitsSecondFactor: false } as const;
  const given = { ...coordinator, email: 'invited@example.org', language: 'sq', until: null } as const;
  expect(await invite(app, actor, given, 'r')).toMatchObject({ kind: 'done' });
  await makeLink(app, app.db, { accountId: id, purpose: 'sign-in', email, hours: 48 });
  const links = app.db.selectFrom('account_link').select('id').where('account_id', '=', id);
  const invitations = app.db.selectFrom('invitation').select('id').where('invited_by', '=', id);
  await tidyAfter(1.9);
  expect(await links.execute()).toHaveLength(1);
  await tidyAfter(0.2);
  expect(await links.execute()).toEqual([]);
  await tidyAfter(11.8);
  expect(await listInvitations(app, actor)).toHaveLength(1);
  await tidyAfter(0.2);
  expect(await invitations.execute()).toEqual([]);
});
