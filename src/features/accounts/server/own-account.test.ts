import { beforeEach, describe, expect, test } from 'vitest';
import { createApp, type App } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import { allJobs } from '#server/jobs/all-jobs.ts';
import { useDatabase } from '#testing/database.ts';
import { addAccount, addGrant } from '#testing/factories.ts';
import { signIn } from '#testing/sign-in.ts';
import { writePassword } from './accounts-store.ts';
import { readMyData } from './my-data.ts';
import * as own from './own-account.ts';
import { hashPassword } from './password-hash.ts';
import { readVisitor } from './session.ts';

const database = useDatabase();
const password = 'kali i bardhë';
let app: App;

beforeEach(async () => {
  app = createApp(readConfig({ LOG_LEVEL: 'silent', AUTH_SECRET: 's'.repeat(32) }), database());
  await app.jobs.start(app, { jobs: allJobs, works: false });
  return () => app.jobs.stop();
});

async function person() {
  const account = await addAccount(app.db);
  await writePassword(app.db, account.id, await hashPassword(password), new Date());
  const cookie = await signIn(app, account.id);
  const visitor = await readVisitor(app, cookie);
  if (visitor.kind !== 'signed-in') throw new Error(visitor.kind);
  return { ...account, cookie, visitor };
}

const kindOf = async (cookie: string) => (await readVisitor(app, cookie)).kind;

describe('sessions', () => {
  test('end everywhere at once, from the next request on', async () => {
    const { id, visitor, cookie } = await person();
    const other = await signIn(app, id);
    await own.endOwnSessions(app, visitor, undefined, 'r');
    expect([await kindOf(cookie), await kindOf(other)]).toEqual(['ended', 'ended']);
  });

  test('of others are not one’s own to end', async () => {
    const [mine, theirs] = [await person(), await person()];
    await own.endOwnSessions(app, mine.visitor, theirs.visitor.sessionId, 'r');
    expect(await kindOf(theirs.cookie)).toBe('signed-in');
  });

  test('on other devices end with a new password; this one goes on', async () => {
    const { id, visitor, cookie } = await person();
    const other = await signIn(app, id);
    const command = { currentPassword: password, password: 'një tjetër fare' };
    expect(await own.changePassword(app, visitor, command, 'r')).toMatchObject({ kind: 'done' });
    expect([await kindOf(cookie), await kindOf(other)]).toEqual(['signed-in', 'ended']);
  });
});

test('a new password needs the old one', async () => {
  const { visitor } = await person();
  const command = { currentPassword: 'something', password: 'një tjetër fare' };
  expect(await own.changePassword(app, visitor, command, 'r')).toMatchObject({
    kind: 'refused',
    faults: [{ field: 'currentPassword', key: 'accounts.fault.current' }],
  });
});

describe('a new address', () => {
  async function mailsTo(address: string) {
    const mails = app.db.selectFrom('mail_outbox').select('body_text').where('recipient', '=', address);
    return (await mails.execute()).map(({ body_text: text }) => text);
  }

  test('is the account’s once the link sent to it was used, and the old one is told', async () => {
    const { id, email, visitor } = await person();
    const wanted = `new-${email}`;
    await own.askForEmail(app, visitor, { email: wanted, currentPassword: password });
    const token = /token=([\w-]+)/.exec((await mailsTo(wanted))[0] ?? '')?.[1] ?? '';
    expect(await own.confirmEmail(app, token, 'r')).toBe(true);
    expect(await own.confirmEmail(app, token, 'r')).toBe(false);
    const row = await app.db.selectFrom('account').select('email').where('id', '=', id).executeTakeFirst();
    expect(row).toEqual({ email: wanted });
    expect(await mailsTo(email)).toHaveLength(1);
  });

  test('that has an account is not told to have one, and stays its', async () => {
    const [mine, theirs] = [await person(), await person()];
    const command = { email: theirs.email, currentPassword: password };
    expect(await own.askForEmail(app, mine.visitor, command)).toEqual({ kind: 'done', value: null });
    expect(await mailsTo(theirs.email)).toEqual([]);
  });
});

describe('one’s own data', () => {
  test('are all there, and nothing that opens anything', async () => {
    const { id, email, visitor } = await person();
    await addGrant(app.db, { account_id: id, role: 'coordinator' });
    await own.askForEmail(app, visitor, { email: `other-${email}`, currentPassword: password });
    const data = await readMyData(app, id);
    expect(data).toMatchObject({
      account: { id, email },
      role_grant: [{ role: 'coordinator' }],
      sign_in: [{ user_agent: 'test' }],
      account_link: [{ purpose: 'email' }],
      credential: [{ provider: 'credential' }],
    });
    expect(JSON.stringify(data)).not.toMatch(/argon2|token|hash/);
  });

  test('say nothing of anyone else', async () => {
    const [mine, theirs] = [await person(), await person()];
    await addGrant(app.db, { account_id: theirs.id, role: 'coordinator', granted_by: mine.id });
    const data = await readMyData(app, mine.id);
    expect(data['role_grant.granted_by']).toHaveLength(1);
    expect(JSON.stringify(data)).not.toContain(theirs.id);
  });

  test('go with the account; the audit keeps the id alone', async () => {
    const { id, email, visitor } = await person();
    expect(await own.deleteOwnAccount(app, visitor, password, 'r')).toMatchObject({ kind: 'done' });
    const data = await readMyData(app, id);
    expect(Object.keys(data).filter((table) => data[table] !== undefined)).toEqual(['audit_event']);
    expect(JSON.stringify(data)).not.toContain(email);
    const accounts = app.db.selectFrom('account').select('id').where('email', '=', email);
    expect(await accounts.execute()).toEqual([]);
  });

  test('stay where the password is wrong, or nobody else administers', async () => {
    const { id, visitor } = await person();
    await addGrant(app.db, { account_id: id, role: 'administrator' });
    for (const [given, key] of [
      ['no', 'accounts.fault.current'],
      [password, 'accounts.fault.last-administrator'],
    ] as const) {
      expect(await own.deleteOwnAccount(app, visitor, given, 'r')).toMatchObject({ faults: [{ key }] });
    }
    const second = await addAccount(app.db);
    await addGrant(app.db, { account_id: second.id, role: 'administrator' });
    expect(await own.deleteOwnAccount(app, visitor, password, 'r')).toMatchObject({ kind: 'done' });
  });
});
