import { createHmac, timingSafeEqual } from 'node:crypto';
import type { Config } from '#server/config.ts';
import { readCookie, sessionCookieOf } from '#server/http/language-cookie.ts';
import { secretOf } from '#server/secret.ts';

/**
 * What signing out leaves: it opens nothing, and says whose a form is that is sent from a page that was still open.
 */
export const endedCookie = 'pop_ended';

/** How long a session lasts after it was last used. */
export const sessionSeconds = 14 * 24 * 60 * 60;

type CookieConfig = Pick<Config, 'authSecret' | 'dataDir' | 'publicUrl'>;

export interface SessionCookie {
  name: string;
  value: string;
  options: { path: '/'; httpOnly: true; sameSite: 'lax'; secure: boolean; maxAge: number };
}

function isSecure(config: CookieConfig): boolean {
  return config.publicUrl.startsWith('https:');
}

function signatureOf(config: CookieConfig, token: string): Buffer {
  return createHmac('sha256', secretOf(config)).update(`session ${token}`).digest();
}

/** The cookie that carries a session's token, signed: a token read in the database is of no use without the secret. */
export function sessionCookie(config: CookieConfig, token: string): SessionCookie {
  const secure = isSecure(config);
  return {
    name: sessionCookieOf(secure),
    value: `${token}.${signatureOf(config, token).toString('base64url')}`,
    options: { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: sessionSeconds },
  };
}

/** The token of a request's session, or of the one that was left last; undefined where we have not signed it. */
export function tokenOf(config: CookieConfig, cookieHeader: string | null): string | undefined {
  const cookies = cookieHeader ?? undefined;
  const value = readCookie(cookies, sessionCookieOf(isSecure(config))) ?? readCookie(cookies, endedCookie);
  const [token = '', signature = ''] = value?.split('.') ?? [];
  const given = Buffer.from(signature, 'base64url');
  const wanted = signatureOf(config, token);
  return given.length === wanted.length && timingSafeEqual(given, wanted) ? token : undefined;
}
