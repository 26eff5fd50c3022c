import { beforeEach, describe, expect, test } from 'vitest';
import { createApp, type App } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import { allJobs } from '#server/jobs/all-jobs.ts';
import { useDatabase } from '#testing/database.ts';
import { addAccount } from '#testing/factories.ts';
import { signIn } from '#testing/sign-in.ts';
import { askForLink } from './link-request.ts';
import { findLink } from './links.ts';
import { setPasswordByLink } from './passwords.ts';
import { sendLink } from './send-link.ts';
import { readVisitor } from './session.ts';
import { signInByLink } from './sign-in-by-link.ts';
import { signInWithPassword } from './sign-in.ts';

const database = useDatabase();
const request = { id: 'r', userAgent: '' };
let app: App;
let now: Date;
let serial = 0;

beforeEach(async () => {
  now = new Date();
  const config = readConfig({ LOG_LEVEL: 'silent', AUTH_SECRET: 's'.repeat(32) });
  app = createApp(config, database(), { clock: () => now });
  await app.jobs.start(app, { jobs: allJobs, works: false });
  return () => app.jobs.stop();
});

function newAddress(): string {
  serial += 1;
  return `person-${serial}@example.org`;
}

async function ask(email: string, purpose: 'sign-in' | 'password'): Promise<number> {
  return askForLink(app, { email, purpose, name: null, language: 'en' });
}

/** Does the jobs that wait, as a worker would. */
async function sendWaiting(): Promise<void> {
  const waiting = await app.db.selectFrom('link_request').select('id').execute();
  for (const { id } of waiting) await sendLink.perform(app, { id });
}

async function mailsTo(email: string): Promise<string[]> {
  const mails = await app.db
    .selectFrom('mail_outbox')
    .select('body_text')
    .where('recipient', '=', email)
    .execute();
  return mails.map(({ body_text: text }) => text);
}

/** The token of the link that was sent last. */
async function sentToken(email: string): Promise<string> {
  await sendWaiting();
  return /token=([\w-]+)/.exec((await mailsTo(email)).at(-1) ?? '')?.[1] ?? '';
}

describe('a link by mail', () => {
  test('signs in once, and confirms the address', async () => {
    const { id, email } = await addAccount(app.db, { email_verified: false });
    await ask(email, 'sign-in');
    const token = await sentToken(email);
    const cookie = await signInByLink(app, token, request);
    expect(await readVisitor(app, `${cookie?.name}=${cookie?.value}`)).toMatchObject({ account: { id } });
    expect(await signInByLink(app, token, request)).toBeUndefined();
    const account = app.db.selectFrom('account').select('email_verified').where('id', '=', id);
    expect(await account.executeTakeFirst()).toEqual({ email_verified: true });
  });

  test('used twice at once lets one in', async () => {
    const { email } = await addAccount(app.db);
    await ask(email, 'sign-in');
    const token = await sentToken(email);
    const cookies = await Promise.all([signInByLink(app, token, request), signInByLink(app, token, request)]);
    expect(cookies.filter((cookie) => cookie !== undefined)).toHaveLength(1);
  });

  test('is not used up by looking at it, and works for an hour', async () => {
    const { email } = await addAccount(app.db);
    await ask(email, 'sign-in');
    const token = await sentToken(email);
    expect(await findLink(app, 'sign-in', token)).toMatchObject({ email });
    expect(await findLink(app, 'password', token)).toBeUndefined();
    now = new Date(now.getTime() + 60 * 60 * 1000 + 1);
    expect(await findLink(app, 'sign-in', token)).toBeUndefined();
    expect(await signInByLink(app, token, request)).toBeUndefined();
  });

  test('stands in the database as its hash alone', async () => {
    const { email } = await addAccount(app.db);
    await ask(email, 'sign-in');
    const token = await sentToken(email);
    const rows = await app.db.selectFrom('account_link').selectAll().execute();
    expect(JSON.stringify(rows)).not.toContain(token);
    expect(token).toHaveLength(43);
  });

  test('does not pass for a second factor', async () => {
    const { email } = await addAccount(app.db, { second_factor: true });
    await ask(email, 'sign-in');
    const cookie = await signInByLink(app, await sentToken(email), request);
    expect(await readVisitor(app, `${cookie?.name}=${cookie?.value}`)).toMatchObject({ kind: 'halfway' });
  });
});

test('asking answers alike, and writes alike, whether or not there is an account', async () => {
  const known = (await addAccount(app.db)).email;
  const unknown = newAddress();
  expect([await ask(known, 'sign-in'), await ask(unknown, 'sign-in')]).toEqual([0, 0]);
  const written = await app.db.selectFrom('link_request').select(['email', 'purpose']).execute();
  expect(written).toEqual([
    { email: known, purpose: 'sign-in' },
    { email: unknown, purpose: 'sign-in' },
  ]);
  await sendWaiting();
  expect([(await mailsTo(known)).length, (await mailsTo(unknown)).length]).toEqual([1, 0]);
});

test('nobody fills a mailbox: after eight links an address rests, with an account or without', async () => {
  const [known, unknown] = [(await addAccount(app.db)).email, newAddress()];
  for (let n = 0; n < 8; n++)
    expect([await ask(known, 'sign-in'), await ask(unknown, 'password')]).toEqual([0, 0]);
  expect(await ask(known, 'password')).toBeGreaterThan(0);
  expect(await ask(unknown, 'sign-in')).toBeGreaterThan(0);
});

test('a new password ends every session and every other link', async () => {
  const { id, email } = await addAccount(app.db);
  const before = await signIn(app, id);
  await ask(email, 'sign-in');
  const other = await sentToken(email);
  await ask(email, 'password');
  const password = 'një fjalëkalim i ri';
  const cookie = await setPasswordByLink(app, { token: await sentToken(email), password }, request);
  expect(await readVisitor(app, before)).toMatchObject({ kind: 'ended' });
  expect(await readVisitor(app, `${cookie?.name}=${cookie?.value}`)).toMatchObject({ kind: 'signed-in' });
  expect(await signInByLink(app, other, request)).toBeUndefined();
  expect(await signInWithPassword(app, { email, password }, request)).toMatchObject({ kind: 'done' });
});

describe('a resident who wants an account', () => {
  const signUp = (email: string) =>
    askForLink(app, { email, purpose: 'sign-up', name: 'Drita', language: 'sq' });

  test('gets one with the link that confirms the address', async () => {
    const email = newAddress();
    await signUp(email);
    const cookie = await setPasswordByLink(
      app,
      { token: await sentToken(email), password: 'x'.repeat(10) },
      request,
    );
    expect(await readVisitor(app, `${cookie?.name}=${cookie?.value}`)).toMatchObject({
      kind: 'signed-in',
      account: { name: 'Drita', email, language: 'sq' },
    });
  });

  test('and has one is let into it, whose name stays', async () => {
    const { id, email } = await addAccount(app.db, { name: 'Arta' });
    await signUp(email);
    const cookie = await signInByLink(app, await sentToken(email), request);
    expect(await readVisitor(app, `${cookie?.name}=${cookie?.value}`)).toMatchObject({
      account: { id, name: 'Arta' },
    });
  });

  test('puts no words of their own into a stranger’s mail', async () => {
    const email = newAddress();
    await askForLink(app, { email, purpose: 'sign-up', name: 'BUY http://x.example', language: 'en' });
    await sendWaiting();
    expect((await mailsTo(email)).join()).not.toContain('BUY');
  });
});
