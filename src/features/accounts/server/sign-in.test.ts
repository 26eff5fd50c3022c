import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { createApp, type App } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import { useDatabase } from '#testing/database.ts';
import { addAccount } from '#testing/factories.ts';
import { writePassword } from './accounts-store.ts';
import { hashPassword } from './password-hash.ts';
import { endSession, readVisitor } from './session.ts';
import { signInWithPassword } from './sign-in.ts';

const database = useDatabase();
const password = 'kali i bardhë mbi urë';
const request = { id: 'r-1', userAgent: 'Firefox' };
let app: App;
let now: Date;
let dataDir = '';

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'pop-sign-in-'));
});
afterAll(() => rm(dataDir, { recursive: true }));

beforeEach(() => {
  now = new Date();
  app = createApp(readConfig({ LOG_LEVEL: 'silent', DATA_DIR: dataDir }), database(), { clock: () => now });
});

async function person(secondFactor = false) {
  const account = await addAccount(app.db, { second_factor: secondFactor });
  await writePassword(app.db, account.id, await hashPassword(password), now);
  return account;
}

async function cookieOf(email: string): Promise<string> {
  const outcome = await signInWithPassword(app, { email, password }, request);
  if (outcome.kind !== 'done') throw new Error(outcome.kind);
  return `${outcome.cookie.name}=${outcome.cookie.value}`;
}

test('address and password open a session, and the audit says so without either', async () => {
  const { id, email } = await person();
  const visitor = await readVisitor(app, await cookieOf(email));
  expect(visitor).toMatchObject({ kind: 'signed-in', account: { id, email }, passedSecondFactor: false });
  const events = await app.db.selectFrom('audit_event').selectAll().where('actor', '=', id).execute();
  expect(events).toMatchObject([{ action: 'sign-in', subject_id: id, after: { way: 'password' } }]);
  expect(JSON.stringify(events)).not.toMatch(/kali|example\.org/);
});

test('with a second factor, a password goes half the way', async () => {
  const { email } = await person(true);
  expect(await readVisitor(app, await cookieOf(email))).toMatchObject({ kind: 'halfway' });
});

test('a wrong password, an account without one and an address without an account are refused alike', async () => {
  const { email } = await person();
  const { email: withoutPassword } = await addAccount(app.db);
  const answers = await Promise.all(
    [email, withoutPassword, 'nobody@example.org'].map((address) =>
      signInWithPassword(app, { email: address, password: 'something else' }, request),
    ),
  );
  expect(answers).toEqual([{ kind: 'refused' }, { kind: 'refused' }, { kind: 'refused' }]);
});

describe('tries', () => {
  test('of many at once no more than eight are made, and then not even the right password helps', async () => {
    const { email } = await person();
    const guesses = Array.from({ length: 12 }, (_, n) =>
      signInWithPassword(app, { email, password: `guess ${n}` }, request),
    );
    const kinds = (await Promise.all(guesses)).map(({ kind }) => kind);
    expect(kinds.filter((kind) => kind === 'refused')).toHaveLength(8);
    expect(await signInWithPassword(app, { email, password }, request)).toMatchObject({ kind: 'resting' });
  });

  test('of an address without an account are counted too', async () => {
    const tries = Array.from({ length: 9 }, () =>
      signInWithPassword(app, { email: 'ghost@example.org', password }, request),
    );
    expect((await Promise.all(tries)).map(({ kind }) => kind)).toContain('resting');
  });

  test('are counted over a restart, and forgotten after a quarter of an hour', async () => {
    const { email } = await person();
    for (let n = 0; n < 9; n++) await signInWithPassword(app, { email, password: 'no' }, request);
    app = createApp(app.config, database(), { clock: () => now });
    expect(await signInWithPassword(app, { email, password }, request)).toMatchObject({ kind: 'resting' });
    now = new Date(now.getTime() + 15 * 60 * 1000 + 1);
    expect(await signInWithPassword(app, { email, password }, request)).toMatchObject({ kind: 'done' });
  });

  test('that succeed are forgotten', async () => {
    const { email } = await person();
    for (let n = 0; n < 12; n++) await cookieOf(email);
  });
});

describe('a session', () => {
  test('has a new token at each sign-in', async () => {
    const { email } = await person();
    expect(await cookieOf(email)).not.toBe(await cookieOf(email));
  });

  test('that was ended, or not used for two weeks, is over; whose it was is still known', async () => {
    const { id, email } = await person();
    const [first, second] = [await cookieOf(email), await cookieOf(email)];
    await endSession(app, await readVisitor(app, first));
    expect(await readVisitor(app, first)).toEqual({ kind: 'ended', accountId: id });
    expect(await readVisitor(app, second)).toMatchObject({ kind: 'signed-in' });
    now = new Date(now.getTime() + 15 * 24 * 60 * 60 * 1000);
    expect(await readVisitor(app, second)).toEqual({ kind: 'ended', accountId: id });
  });

  test('that is used goes on', async () => {
    const { email } = await person();
    const cookie = await cookieOf(email);
    for (let weeks = 0; weeks < 4; weeks++) {
      now = new Date(now.getTime() + 10 * 24 * 60 * 60 * 1000);
      expect(await readVisitor(app, cookie)).toMatchObject({ kind: 'signed-in' });
    }
  });

  test('is nobody’s with a signature that is not ours', async () => {
    const { email } = await person();
    const cookie = await cookieOf(email);
    const [token = ''] = cookie.split('.');
    for (const forged of [token, `${token}.`, `${token}.${'A'.repeat(43)}`, cookie.replace('=', '=x')]) {
      expect(await readVisitor(app, forged)).toEqual({ kind: 'nobody' });
    }
    const other = createApp({ ...app.config, authSecret: 'x'.repeat(32) }, database(), { clock: () => now });
    expect(await readVisitor(other, cookie)).toEqual({ kind: 'nobody' });
  });

  test('has a cookie that no script reads; by https for this host alone', async () => {
    const { email } = await person();
    const outcome = await signInWithPassword(
      { ...app, config: { ...app.config, publicUrl: 'https://pop.example' } },
      { email, password },
      request,
    );
    expect(outcome).toMatchObject({
      cookie: {
        name: '__Host-pop_session',
        options: { httpOnly: true, secure: true, sameSite: 'lax', path: '/' },
      },
    });
  });
});

test('the secret is kept where only the program reads it', async () => {
  const { email } = await person();
  await cookieOf(email);
  expect(await readdir(dataDir)).toContain('auth-secret');
  expect((await stat(join(dataDir, 'auth-secret'))).mode & 0o777).toBe(0o600);
});
