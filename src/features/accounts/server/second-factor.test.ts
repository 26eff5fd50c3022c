import { beforeEach, describe, expect, test } from 'vitest';
import { createApp, type App } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import { useDatabase } from '#testing/database.ts';
import { addAccount, addGrant } from '#testing/factories.ts';
import { signIn } from '#testing/sign-in.ts';
import { holdsForNetwork } from '../actor.ts';
import { actorOf } from './actor.ts';
import {
  confirmAuthenticator,
  passByCode,
  removeAuthenticator,
  startAuthenticator,
  type Own,
} from './second-factor.ts';
import { readVisitor } from './session.ts';
import { codeAt, stepAt } from './totp.ts';

const database = useDatabase();
let app: App;
let now: Date;

beforeEach(() => {
  now = new Date('2026-11-26T12:00:00Z');
  const config = readConfig({ LOG_LEVEL: 'silent', AUTH_SECRET: 's'.repeat(32) });
  app = createApp(config, database(), { clock: () => now });
});

function later(seconds: number): void {
  now = new Date(now.getTime() + seconds * 1000);
}

async function ownOf(cookie: string): Promise<Own> {
  const visitor = await readVisitor(app, cookie);
  if (visitor.kind !== 'halfway' && visitor.kind !== 'signed-in') throw new Error(visitor.kind);
  return visitor;
}

/** The bytes that a key's text stands for. */
function keyOf(text: string): Buffer {
  const bits = [...text].map((letter) =>
    'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(letter).toString(2).padStart(5, '0'),
  );
  return Buffer.from((bits.join('').match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)));
}

/** A coordinator who has set an authenticator up. */
async function coordinator() {
  const account = await addAccount(app.db);
  await addGrant(app.db, { account_id: account.id, role: 'coordinator' });
  const cookie = await signIn(app, account.id, { passedSecondFactor: false });
  const own = await ownOf(cookie);
  const setUp = await startAuthenticator(app, own, 'POP');
  const key = keyOf(setUp?.text ?? '');
  const code = () => codeAt(key, stepAt(now));
  const confirmed = await confirmAuthenticator(app, own, code(), 'r');
  if (confirmed.kind !== 'done') throw new Error(confirmed.kind);
  return { id: account.id, cookie, code, confirmed };
}

/** A new session that has given the password. */
async function halfway(id: string): Promise<Own> {
  return ownOf(await signIn(app, id, { passedSecondFactor: false }));
}

async function actsAsCoordinator(cookie: string): Promise<boolean> {
  const visitor = await readVisitor(app, cookie);
  if (visitor.kind !== 'signed-in') return false;
  return holdsForNetwork(await actorOf(app, visitor.account.id, visitor.passedSecondFactor), 'coordinator');
}

test('setting an authenticator up puts the role in force, under a new token; the old one is worth nothing', async () => {
  const { cookie, confirmed } = await coordinator();
  expect(await actsAsCoordinator(`${confirmed.cookie.name}=${confirmed.cookie.value}`)).toBe(true);
  expect(await readVisitor(app, cookie)).toEqual({ kind: 'nobody' });
});

test('from then on a password goes half the way, and a code the other half', async () => {
  const { id, code } = await coordinator();
  const cookie = await signIn(app, id, { passedSecondFactor: false });
  expect(await readVisitor(app, cookie)).toMatchObject({ kind: 'halfway' });
  expect(await actsAsCoordinator(cookie)).toBe(false);
  later(60);
  const passed = await passByCode(app, await ownOf(cookie), code(), 'r');
  if (passed.kind !== 'done') throw new Error(passed.kind);
  expect(await actsAsCoordinator(`${passed.cookie.name}=${passed.cookie.value}`)).toBe(true);
});

describe('a code', () => {
  test('that was seen over the shoulder does not work again, here or in another session', async () => {
    const { id, code } = await coordinator();
    later(60);
    expect(await passByCode(app, await halfway(id), code(), 'r')).toMatchObject({ kind: 'done' });
    expect(await passByCode(app, await halfway(id), code(), 'r')).toEqual({ kind: 'wrong' });
  });

  test('sent twice at once opens one session', async () => {
    const { id, code } = await coordinator();
    later(60);
    const sessions = [await halfway(id), await halfway(id)];
    const kinds = await Promise.all(sessions.map((own) => passByCode(app, own, code(), 'r')));
    expect(kinds.map(({ kind }) => kind).toSorted()).toEqual(['done', 'wrong']);
  });

  test('cannot be guessed: after eight tries one rests', async () => {
    const { id, code } = await coordinator();
    later(60);
    const own = await halfway(id);
    for (let n = 0; n < 8; n++) expect(await passByCode(app, own, 'guess', 'r')).toEqual({ kind: 'wrong' });
    expect(await passByCode(app, own, code(), 'r')).toMatchObject({ kind: 'resting' });
  });

  test('of another account does not work', async () => {
    const [first, second] = [await coordinator(), await coordinator()];
    later(60);
    expect(await passByCode(app, await halfway(first.id), second.code(), 'r')).toEqual({ kind: 'wrong' });
  });
});

test('a recovery code works once, written as one likes', async () => {
  const { id, confirmed } = await coordinator();
  const [code = ''] = confirmed.recoveryCodes;
  expect(
    await passByCode(app, await halfway(id), ` ${code.toLowerCase().replace('-', ' ')}`, 'r'),
  ).toMatchObject({
    kind: 'done',
  });
  expect(await passByCode(app, await halfway(id), code, 'r')).toEqual({ kind: 'wrong' });
});

test('an authenticator in force cannot be replaced by setting up another', async () => {
  const { confirmed } = await coordinator();
  const own = await ownOf(`${confirmed.cookie.name}=${confirmed.cookie.value}`);
  expect(await startAuthenticator(app, own, 'POP')).toBeUndefined();
});

test('without a second factor, the role is in force no more at the next sign-in', async () => {
  const { id, confirmed } = await coordinator();
  await removeAuthenticator(app, await ownOf(`${confirmed.cookie.name}=${confirmed.cookie.value}`), 'r');
  const cookie = await signIn(app, id, { passedSecondFactor: false });
  expect(await readVisitor(app, cookie)).toMatchObject({ kind: 'signed-in', passedSecondFactor: false });
  expect(await actsAsCoordinator(cookie)).toBe(false);
});

test('the key stands sealed in the database', async () => {
  const { id } = await coordinator();
  const row = await app.db
    .selectFrom('authenticator')
    .selectAll()
    .where('account_id', '=', id)
    .executeTakeFirstOrThrow();
  expect(Buffer.from(row.sealed_key, 'base64')).toHaveLength(12 + 16 + 20);
});
