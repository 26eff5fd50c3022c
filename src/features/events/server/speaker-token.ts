import { createHmac, timingSafeEqual } from 'node:crypto';
import { hashOf, newToken } from '#features/accounts/server/token.ts';
import type { App } from '#server/app.ts';
import { secretOf } from '#server/secret.ts';

/** 43 letters that nobody guesses, and this installation's signature under them. */
const shape = /^([\w-]{43})\.([\w-]{22})$/;

function signatureOf({ config }: Pick<App, 'config'>, secret: string): Buffer {
  return createHmac('sha256', secretOf(config)).update(`speaker-link ${secret}`).digest().subarray(0, 16);
}

/** What stands in the link to a speaker's entry; it is stored nowhere. */
export function makeToken(app: Pick<App, 'config'>): { token: string; sha256: string } {
  const secret = newToken();
  const token = `${secret}.${signatureOf(app, secret).toString('base64url')}`;
  return { token, sha256: hashOf(token).toString('hex') };
}

/** What is stored of a token; undefined for what this installation has not signed, of which the database is not asked. */
export function sha256Of(app: Pick<App, 'config'>, token: string): string | undefined {
  const [, secret, signature] = shape.exec(token) ?? [];
  if (secret === undefined || signature === undefined) return undefined;
  const given = Buffer.from(signature, 'base64url');
  if (!timingSafeEqual(given, signatureOf(app, secret))) return undefined;
  return hashOf(token).toString('hex');
}
