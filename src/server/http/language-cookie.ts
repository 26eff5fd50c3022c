import type { IncomingMessage } from 'node:http';
import { chooseLanguage, languageCookie, languageOfPath } from '#i18n/choose.ts';
import type { Language } from '#i18n/languages.ts';

const sessionCookie = 'pop_session';
const secureSessionCookie = `__Host-${sessionCookie}`;

/**
 * The cookie of signed-in people: a request that carries it is never answered from the cache. By https it has the prefix
 * with which a browser takes it from this host alone.
 */
export function sessionCookieOf(secure: boolean): string {
  return secure ? secureSessionCookie : sessionCookie;
}

const oneYear = 365 * 24 * 60 * 60;

/** The value of one cookie of a Cookie header. */
export function readCookie(header: string | undefined, name: string): string | undefined {
  if (header === undefined || !header.includes(name)) return undefined;
  for (const pair of header.split(';')) {
    const [key, value] = pair.trim().split('=', 2);
    if (key === name) return value;
  }
  return undefined;
}

/** Whether the request is that of someone who is signed in. */
export function hasSession(req: IncomingMessage): boolean {
  const { cookie } = req.headers;
  if (cookie === undefined || !cookie.includes(sessionCookie)) return false;
  return (
    readCookie(cookie, sessionCookie) !== undefined || readCookie(cookie, secureSessionCookie) !== undefined
  );
}

/** The language to answer in: the path's, else what was read last, else the browser's. */
export function languageOfRequest(
  path: string,
  headers: { cookie?: string | undefined; 'accept-language'?: string | undefined },
): Language {
  return (
    languageOfPath(path) ??
    chooseLanguage(readCookie(headers.cookie, languageCookie), headers['accept-language'])
  );
}

/**
 * Set-Cookie that remembers the language of the page being read; undefined where the browser already knows it.
 * Set by the front server, not by the pages, so that the bytes kept in the cache are the same for everyone.
 */
export function rememberLanguage(
  language: Language,
  cookieHeader: string | undefined,
  secure: boolean,
): string | undefined {
  if (readCookie(cookieHeader, languageCookie) === language) return undefined;
  return `${languageCookie}=${language}; Path=/; Max-Age=${oneYear}; SameSite=Lax; HttpOnly${secure ? '; Secure' : ''}`;
}
