import { randomUUID } from 'node:crypto';
import { verifyAuthenticationResponse, verifyRegistrationResponse } from '@simplewebauthn/server';
import type { App } from '#server/app.ts';
import { recordAudit } from '#server/audit/audit.ts';
import { inTransaction, type Db } from '#server/database/db.ts';
import { readAnswer } from '../passkey-answer.ts';
import { endOfChallenge, newChallenge, type ChallengePurpose } from './passkey-challenge.ts';
import * as store from './passkey-store.ts';
import { noteSecondFactor, replaceRecoveryCodes } from './second-factor-store.ts';
import { openSession, passSecondFactor } from './session.ts';
import type { SessionCookie } from './session-cookie.ts';
import type { Own } from './second-factor.ts';

/** Who asks for a passkey: a browser gives it to no other site. */
function siteOf({ config }: App) {
  return { origin: config.publicUrl, id: new URL(config.publicUrl).hostname };
}

/** What a browser is asked for to sign in, as its own API reads it (PublicKeyCredentialRequestOptionsJSON). */
export function signInOptions(app: App) {
  const challenge = newChallenge(app.config, 'sign-in', app.clock());
  return {
    challenge,
    rpId: siteOf(app).id,
    userVerification: 'required',
    timeout: 300_000,
    allowCredentials: [],
  };
}

/** What a browser is asked for to make a passkey (PublicKeyCredentialCreationOptionsJSON). */
export async function creationOptions(app: App, { account }: Own, siteName: string) {
  const known = await store.readPasskeys(app.db, account.id);
  return {
    challenge: newChallenge(app.config, `add ${account.id}`, app.clock()),
    rp: { id: siteOf(app).id, name: siteName },
    user: {
      id: Buffer.from(account.id).toString('base64url'),
      name: account.email,
      displayName: account.email,
    },
    // EdDSA, ES256, RS256: what authenticators have.
    pubKeyCredParams: [-8, -7, -257].map((alg) => ({ type: 'public-key', alg })),
    timeout: 300_000,
    attestation: 'none',
    excludeCredentials: known.map(({ credentialId }) => ({ type: 'public-key', id: credentialId })),
    authenticatorSelection: {
      residentKey: 'required',
      requireResidentKey: true,
      userVerification: 'required',
    },
  };
}

/** Uses up the challenge that a browser has signed, where it is ours, for this, and not over. */
async function takeChallenge(
  app: App,
  db: Db,
  purpose: ChallengePurpose,
  clientData: string,
): Promise<string | undefined> {
  const challenge = challengeOf(clientData);
  if (challenge === undefined) return undefined;
  const end = endOfChallenge(app.config, purpose, challenge, app.clock());
  if (end === undefined || !(await store.useChallenge(db, challenge, end, app.clock()))) return undefined;
  return challenge;
}

function challengeOf(clientData: string): string | undefined {
  try {
    const data: unknown = JSON.parse(Buffer.from(clientData, 'base64url').toString());
    const isObject = typeof data === 'object' && data !== null && 'challenge' in data;
    return isObject && typeof data.challenge === 'string' ? data.challenge : undefined;
  } catch {
    return undefined;
  }
}

/** Adds a passkey to an account; this session has passed the second factor then. @returns undefined where it is refused */
export async function addPasskey(
  app: App,
  own: Own,
  given: { answer: string; name: string },
  requestId: string,
): Promise<SessionCookie | undefined> {
  const answer = readAnswer(given.answer);
  if (answer?.kind !== 'made') return undefined;
  const accountId = own.account.id;
  return inTransaction(app.db, async (tx) => {
    const { response } = answer;
    const challenge = await takeChallenge(app, tx, `add ${accountId}`, response.response.clientDataJSON);
    if (challenge === undefined) return undefined;
    const site = siteOf(app);
    const verified = await verifyRegistrationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: site.origin,
      expectedRPID: site.id,
      requireUserVerification: true,
    }).catch(() => undefined);
    if (!verified?.verified) return undefined;
    const { id: credentialId, publicKey, counter } = verified.registrationInfo.credential;
    const kept = { credentialId, publicKey, counter, name: given.name };
    if (!(await store.insertPasskey(tx, { id: randomUUID(), accountId, createdAt: app.clock(), ...kept })))
      return undefined;
    await noteSecondFactor(tx, accountId);
    await recordAudit(tx, {
      actor: accountId,
      action: 'add-passkey',
      subject: { kind: 'account', id: accountId },
      requestId,
    });
    return passSecondFactor(app, tx, own);
  });
}

/** Signs in with a passkey: it is something that one has, opened by something that one knows or is, so both factors. */
export async function signInWithPasskey(
  app: App,
  given: string,
  request: { id: string; userAgent: string },
): Promise<SessionCookie | undefined> {
  const answer = readAnswer(given);
  if (answer?.kind !== 'used') return undefined;
  return inTransaction(app.db, async (tx) => {
    const { response } = answer;
    const challenge = await takeChallenge(app, tx, 'sign-in', response.response.clientDataJSON);
    const passkey = challenge === undefined ? undefined : await store.readPasskey(tx, response.id);
    if (challenge === undefined || !passkey) return undefined;
    const site = siteOf(app);
    const verified = await verifyAuthenticationResponse({
      response,
      expectedChallenge: challenge,
      expectedOrigin: site.origin,
      expectedRPID: site.id,
      requireUserVerification: true,
      credential: { id: response.id, publicKey: new Uint8Array(passkey.publicKey), counter: passkey.counter },
    }).catch(() => undefined);
    if (!verified?.verified) return undefined;
    const { accountId } = passkey;
    await store.noteUse(tx, passkey.id, verified.authenticationInfo.newCounter, app.clock());
    await recordAudit(tx, {
      actor: accountId,
      action: 'sign-in',
      subject: { kind: 'account', id: accountId },
      after: { way: 'passkey' },
      requestId: request.id,
    });
    const session = { accountId, way: 'passkey', passedSecondFactor: true } as const;
    return openSession(app, tx, { ...session, userAgent: request.userAgent });
  });
}

export function listPasskeys(app: App, { account }: Own) {
  return store.readPasskeys(app.db, account.id);
}

export async function removePasskey(
  app: App,
  { account }: Own,
  id: string,
  requestId: string,
): Promise<void> {
  await inTransaction(app.db, async (tx) => {
    await store.deletePasskey(tx, account.id, id);
    if (!(await noteSecondFactor(tx, account.id))) await replaceRecoveryCodes(tx, account.id, []);
    const subject = { kind: 'account', id: account.id };
    await recordAudit(tx, { actor: account.id, action: 'remove-passkey', subject, requestId });
  });
}
