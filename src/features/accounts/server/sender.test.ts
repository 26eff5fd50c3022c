import { beforeAll, expect, test } from 'vitest';
import { createApp, type App } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import { useDatabase } from '#testing/database.ts';
import { addAccount, addGrant, addOrganisation } from '#testing/factories.ts';
import { endSession, openSession, readVisitor } from './session.ts';
import { senderOf } from './sender.ts';

const database = useDatabase();
let app: App;

beforeAll(() => {
  app = createApp(readConfig({ LOG_LEVEL: 'silent', AUTH_SECRET: 's'.repeat(32) }), database());
});

async function cookieOf(accountId: string): Promise<string> {
  const session = { accountId, way: 'password' as const, passedSecondFactor: false, userAgent: '' };
  const { name, value } = await openSession(app, app.db, session);
  return `${name}=${value}`;
}

async function addMonitor(accountId: string): Promise<void> {
  const { id } = await addOrganisation(app.db);
  await addGrant(app.db, { account_id: accountId, role: 'monitor', organisation_id: id });
}

test('who holds a role works here, as long as the session lasts', async () => {
  const { id } = await addAccount(app.db);
  await addMonitor(id);
  const cookie = await cookieOf(id);
  expect(await senderOf(app, cookie)).toBe('works');
  await endSession(app, await readVisitor(app, cookie));
  expect(await senderOf(app, cookie)).toBe('ended');
});

test('who holds none does not, nor does one who still owes the second factor', async () => {
  const { id } = await addAccount(app.db);
  expect(await senderOf(app, await cookieOf(id))).toBe('nobody');
  const halfway = await addAccount(app.db, { second_factor: true });
  await addMonitor(halfway.id);
  expect(await senderOf(app, await cookieOf(halfway.id))).toBe('nobody');
});

test.each([[undefined], [''], ['pop_session=invented'], [`pop_session=${'a'.repeat(43)}.${'b'.repeat(43)}`]])(
  'a cookie that we have not signed is nobody’s: %s',
  async (cookie) => {
    expect(await senderOf(app, cookie)).toBe('nobody');
  },
);
