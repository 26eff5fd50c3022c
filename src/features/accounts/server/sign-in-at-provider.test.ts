import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { createApp, type App } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import { useDatabase } from '#testing/database.ts';
import { addAccount } from '#testing/factories.ts';
import { writePassword } from './accounts-store.ts';
import { listIdentities, unlinkIdentity } from './own-identities.ts';
import { client, startProvider, visitProvider, type RunningProvider } from './provider.fixture.ts';
import { journeySeconds } from './provider-journey.ts';
import { readVisitor } from './session.ts';
import { goToProvider, returnFromProvider } from './sign-in-at-provider.ts';

const database = useDatabase();
const request = { id: 'r-1', userAgent: 'Firefox' };
let provider: RunningProvider;
let app: App;
let now: Date;

beforeAll(async () => {
  // It says that a provider for trials is one for trials.
  vi.spyOn(console, 'warn').mockImplementation(() => {});
  vi.spyOn(console, 'info').mockImplementation(() => {});
  provider = await startProvider('https://pop.example.org/sign-in/callback');
});
afterAll(() => provider.close());

beforeEach(() => {
  now = new Date();
  app = appWith({});
});

function appWith(env: Record<string, string>): App {
  const config = readConfig({
    LOG_LEVEL: 'silent',
    AUTH_SECRET: 's'.repeat(32),
    PUBLIC_URL: 'https://pop.example.org',
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: client.id,
    OIDC_CLIENT_SECRET: client.secret,
    OIDC_NAME: 'Rrjeti',
    ...env,
  });
  return createApp(config, database(), { clock: () => now });
}

let number = 0;

/** Someone whom the provider knows. */
function someone(email: string, isVerified = true): string {
  number += 1;
  provider.people.set(`person-${number}`, { email, email_verified: isVerified });
  return `person-${number}`;
}

async function leave(of = app) {
  const going = await goToProvider(of, 'en', '/en/work/people');
  if (going.kind !== 'go') throw new Error(going.fault);
  return going;
}

/** The whole way, as `person` goes it. */
async function signIn(person: string, of = app) {
  const { address, journey } = await leave(of);
  return returnFromProvider(of, await visitProvider(address, person), journey, request);
}

async function visitorOf(outcome: Awaited<ReturnType<typeof signIn>>) {
  if (outcome.kind !== 'done') throw new Error(outcome.fault);
  return readVisitor(app, `${outcome.cookie.name}=${outcome.cookie.value}`);
}

function sessionsOf(accountId: string) {
  return app.db.selectFrom('sign_in').select('way').where('account_id', '=', accountId).execute();
}

function subjectsOf(accountId: string) {
  return app.db
    .selectFrom('credential')
    .select(['provider', 'subject'])
    .where('account_id', '=', accountId)
    .execute();
}

test('whoever the provider knows by the address of an account is signed in, and goes on to the page they wanted', async () => {
  const { id, email } = await addAccount(app.db);
  const person = someone(email.toUpperCase());
  const outcome = await signIn(person);
  expect(outcome).toMatchObject({ kind: 'done', language: 'en', next: '/en/work/people' });
  expect(await visitorOf(outcome)).toMatchObject({
    kind: 'signed-in',
    account: { id },
    passedSecondFactor: false,
  });
  expect(await subjectsOf(id)).toEqual([{ provider: provider.issuer, subject: person }]);
  const events = await app.db.selectFrom('audit_event').selectAll().where('actor', '=', id).execute();
  expect(events.map(({ action, after }) => [action, after])).toEqual([
    ['link-provider', { issuer: provider.issuer }],
    ['sign-in', { way: 'provider' }],
  ]);
});

test('nothing that the provider gave is kept, but the subject', async () => {
  const { id, email } = await addAccount(app.db);
  await signIn(someone(email));
  const rows = await app.db.selectFrom('credential').selectAll().where('account_id', '=', id).execute();
  expect(rows).toMatchObject([{ access_token: null, refresh_token: null, id_token: null, password: null }]);
});

describe('who is not let in', () => {
  test('an address that has no account gets none', async () => {
    expect(await signIn(someone('stranger@example.org'))).toMatchObject({
      kind: 'refused',
      fault: 'unknown',
    });
    const account = app.db.selectFrom('account').select('id').where('email', '=', 'stranger@example.org');
    expect(await account.executeTakeFirst()).toBeUndefined();
  });

  test('an address that the provider has not confirmed opens no account', async () => {
    const { id, email } = await addAccount(app.db);
    expect(await signIn(someone(email, false))).toMatchObject({ kind: 'refused', fault: 'unverified' });
    expect(await sessionsOf(id)).toEqual([]);
    expect(await subjectsOf(id)).toEqual([]);
  });

  test('someone else to whom the provider has given the address later does not get the account', async () => {
    const { id, email } = await addAccount(app.db);
    await signIn(someone(email));
    expect(await signIn(someone(email))).toMatchObject({ kind: 'refused', fault: 'unknown' });
    expect(await sessionsOf(id)).toHaveLength(1);
  });

  test('who declines at the provider is told so', async () => {
    expect(await signIn('nobody')).toMatchObject({ kind: 'refused', fault: 'declined', language: 'en' });
  });
});

describe('a subject that is tied to an account', () => {
  test('stays so when its address changes at the provider, whatever it becomes', async () => {
    const { id, email } = await addAccount(app.db);
    const other = await addAccount(app.db);
    const person = someone(email);
    await signIn(person);
    provider.people.set(person, { email: other.email, email_verified: true });
    expect(await visitorOf(await signIn(person))).toMatchObject({ account: { id } });
    provider.people.set(person, { email: 'new@example.org', email_verified: false });
    expect(await visitorOf(await signIn(person))).toMatchObject({ account: { id } });
    expect(await sessionsOf(other.id)).toEqual([]);
  });

  test('is tied once, of two first sign-ins at once', async () => {
    const { id, email } = await addAccount(app.db);
    const person = someone(email);
    const outcomes = await Promise.all([signIn(person), signIn(person)]);
    expect(outcomes.map(({ kind }) => kind)).toEqual(['done', 'done']);
    expect(await subjectsOf(id)).toHaveLength(1);
  });
});

describe('the second factor', () => {
  test('of the account is asked for after the provider', async () => {
    const { email } = await addAccount(app.db, { second_factor: true });
    expect(await visitorOf(await signIn(someone(email)))).toMatchObject({ kind: 'halfway' });
  });

  test('of the provider counts where the operator says that it asks for one', async () => {
    const { email } = await addAccount(app.db, { second_factor: true });
    const outcome = await signIn(someone(email), appWith({ OIDC_SECOND_FACTOR: '1' }));
    expect(await visitorOf(outcome)).toMatchObject({ kind: 'signed-in', passedSecondFactor: true });
  });
});

describe('an answer that does not belong to the browser', () => {
  test('with another state is refused', async () => {
    const { id, email } = await addAccount(app.db);
    const { address, journey } = await leave();
    const query = new URLSearchParams(await visitProvider(address, someone(email)));
    query.set('state', 'another');
    const outcome = await returnFromProvider(app, `?${query}`, journey, request);
    expect(outcome).toMatchObject({ kind: 'refused', fault: 'failed' });
    expect(await sessionsOf(id)).toEqual([]);
  });

  test('is refused where the browser brings nothing, or what another took along', async () => {
    const { email } = await addAccount(app.db);
    const { address } = await leave();
    const query = await visitProvider(address, someone(email));
    const { journey: anothers } = await leave();
    for (const brought of [undefined, 'made up', anothers]) {
      expect(await returnFromProvider(app, query, brought, request)).toMatchObject({ fault: 'failed' });
    }
  });

  test('is refused where the code was meant for another question, though the state is right', async () => {
    const { email } = await addAccount(app.db);
    const person = someone(email);
    const stolen = new URLSearchParams(await visitProvider((await leave()).address, person));
    const own = await leave();
    const query = new URLSearchParams(await visitProvider(own.address, person));
    query.set('code', stolen.get('code') ?? '');
    const outcome = await returnFromProvider(app, `?${query}`, own.journey, request);
    expect(outcome).toMatchObject({ kind: 'refused', fault: 'failed' });
  });

  test('works once: the same answer again opens nothing', async () => {
    const { id, email } = await addAccount(app.db);
    const { address, journey } = await leave();
    const query = await visitProvider(address, someone(email));
    expect(await returnFromProvider(app, query, journey, request)).toMatchObject({ kind: 'done' });
    expect(await returnFromProvider(app, query, journey, request)).toMatchObject({ fault: 'failed' });
    expect(await sessionsOf(id)).toHaveLength(1);
  });

  test('comes too late after a quarter of an hour', async () => {
    const { email } = await addAccount(app.db);
    const { address, journey } = await leave();
    const query = await visitProvider(address, someone(email));
    now = new Date(now.getTime() + journeySeconds * 1000);
    expect(await returnFromProvider(app, query, journey, request)).toMatchObject({ fault: 'failed' });
  });
});

describe('a provider that does not answer', () => {
  test('is told of before anybody leaves', async () => {
    const gone = await startProvider('https://pop.example.org/sign-in/callback');
    await gone.close();
    const going = await goToProvider(appWith({ OIDC_ISSUER: gone.issuer }), 'sq', undefined);
    expect(going).toEqual({ kind: 'refused', fault: 'away' });
  });

  test('is told of when it goes away in the middle', async () => {
    const leaving = await startProvider('https://pop.example.org/sign-in/callback');
    leaving.people.set('a', { email: 'a@example.org', email_verified: true });
    const of = appWith({ OIDC_ISSUER: leaving.issuer });
    const { address, journey } = await leave(of);
    const query = await visitProvider(address, 'a');
    await leaving.close();
    expect(await returnFromProvider(of, query, journey, request)).toMatchObject({ fault: 'away' });
  });
});

test('without a provider in the settings there is none to sign in at', async () => {
  const none = createApp(readConfig({ LOG_LEVEL: 'silent', AUTH_SECRET: 's'.repeat(32) }), database());
  await expect(goToProvider(none, 'en', undefined)).rejects.toThrow();
  await expect(returnFromProvider(none, '?code=a&state=b', undefined, request)).rejects.toThrow();
});

describe('whoever ends signing in at the provider', () => {
  async function linked(password?: string) {
    const { id, email } = await addAccount(app.db);
    if (password !== undefined) await writePassword(app.db, id, password, now);
    const person = someone(email);
    const visitor = await visitorOf(await signIn(person));
    if (visitor.kind !== 'signed-in') throw new Error(visitor.kind);
    const [identity] = await listIdentities(app, visitor);
    if (!identity) throw new Error('not linked');
    return { id, person, visitor, identity };
  }

  test('is let in by it no longer, by the password still; other sessions end, and the audit says so', async () => {
    const { id, person, visitor, identity } = await linked('hash');
    expect(identity).toMatchObject({ provider: 'Rrjeti', isLast: false });
    const other = await signIn(person);
    expect(await unlinkIdentity(app, visitor, identity.id, 'r-2')).toMatchObject({ kind: 'done' });
    expect((await subjectsOf(id)).map(({ provider: of }) => of)).toEqual(['credential']);
    expect(await visitorOf(other)).toMatchObject({ kind: 'ended' });
    const event = await app.db
      .selectFrom('audit_event')
      .select(['actor', 'before'])
      .where('action', '=', 'unlink-provider')
      .where('subject_id', '=', id)
      .execute();
    expect(event).toEqual([{ actor: id, before: { issuer: provider.issuer } }]);
    expect(await unlinkIdentity(app, visitor, identity.id, 'r-3')).toMatchObject({ kind: 'done' });
  });

  test('keeps it where it is the last way in', async () => {
    const { id, visitor, identity } = await linked();
    expect(identity.isLast).toBe(true);
    expect(await unlinkIdentity(app, visitor, identity.id, 'r-2')).toMatchObject({
      kind: 'refused',
      faults: [{ key: 'accounts.provider.last' }],
    });
    expect(await subjectsOf(id)).toHaveLength(1);
  });

  test('ends no one else’s, and no password', async () => {
    const { id, visitor } = await linked('hash');
    const { id: otherId, identity: foreign } = await linked('hash');
    const password = await app.db
      .selectFrom('credential')
      .select('id')
      .where('account_id', '=', id)
      .where('provider', '=', 'credential')
      .executeTakeFirstOrThrow();
    for (const one of [foreign.id, password.id]) await unlinkIdentity(app, visitor, one, 'r-2');
    expect(await subjectsOf(otherId)).toHaveLength(2);
    expect(await subjectsOf(id)).toHaveLength(2);
  });
});
