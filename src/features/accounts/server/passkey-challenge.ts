import { createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Config } from '#server/config.ts';
import { secretOf } from '#server/secret.ts';

type Signing = Pick<Config, 'authSecret' | 'dataDir'>;

const randomLength = 16;
const timeLength = 8;
const minutes = 10;

/** What a challenge is for: to sign in, or to add a passkey to one account. */
export type ChallengePurpose = 'sign-in' | `add ${string}`;

function signatureOf(config: Signing, purpose: ChallengePurpose, head: Uint8Array): Buffer {
  return createHmac('sha256', secretOf(config)).update(`passkey ${purpose} `).update(head).digest();
}

/**
 * What a browser is asked to sign with a passkey. It carries its own end and our signature, so that showing the page of sign-in
 * writes nothing; what was signed is written down when it is used, and works once.
 */
export function newChallenge(config: Signing, purpose: ChallengePurpose, now: Date): string {
  const head = Buffer.alloc(randomLength + timeLength);
  randomBytes(randomLength).copy(head);
  head.writeBigUInt64BE(BigInt(now.getTime() + minutes * 60_000), randomLength);
  return Buffer.concat([head, signatureOf(config, purpose, head)]).toString('base64url');
}

/** When a challenge of ours ends; undefined where it is not ours, of another purpose, or over. */
export function endOfChallenge(
  config: Signing,
  purpose: ChallengePurpose,
  challenge: string,
  now: Date,
): Date | undefined {
  const whole = Buffer.from(challenge, 'base64url');
  const head = whole.subarray(0, randomLength + timeLength);
  const wanted = signatureOf(config, purpose, head);
  const given = whole.subarray(randomLength + timeLength);
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return undefined;
  const end = new Date(Number(head.readBigUInt64BE(randomLength)));
  return end > now ? end : undefined;
}
