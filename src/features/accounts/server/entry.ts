import type { RequestEvent } from '@sveltejs/kit';
import type { Language } from '#i18n/languages.ts';
import { DomainError } from '#server/errors.ts';
import { sessionCookieOf } from '#server/http/language-cookie.ts';
import { takeTurn } from '#server/http/rate-limit.ts';
import { localPath } from '../local-path.ts';
import { findKeptForm, keptFormCookie } from './kept-form.ts';
import { endSession, readVisitor } from './session.ts';
import { endedCookie, type SessionCookie } from './session-cookie.ts';

type Arriving = Pick<RequestEvent, 'cookies' | 'locals' | 'url'>;

// Sign-ins of a whole room behind one address come at once; a machine that guesses never ends.
const entries = { name: 'sign-in', burst: 60, perSecond: 0.2 };

/** Seconds that this address has to wait before it may try again; 0 where it may now. */
export async function secondsForAddress({ app }: Pick<App.Locals, 'app'>, address: string): Promise<number> {
  const allowance = await takeTurn(app, entries, address);
  return allowance.allowed ? 0 : allowance.retryAfterSeconds;
}

/** The browser as it names itself, and the request's number, for the session and the audit. */
export function requestOf({ locals, request }: Pick<RequestEvent, 'locals' | 'request'>) {
  return { id: locals.requestId, userAgent: request.headers.get('user-agent') ?? '' };
}

/** Gives the browser its session. */
export function takeCookie(
  { cookies }: Pick<RequestEvent, 'cookies'>,
  { name, value, options }: SessionCookie,
): void {
  cookies.set(name, value, { ...options, encode: (text) => text });
  cookies.delete(endedCookie, { path: '/' });
}

/** Whose session this is, on pages that nobody else has. */
export function signedIn({ visitor }: App.Locals) {
  if (visitor.kind !== 'signed-in') throw new DomainError('forbidden', 'not signed in');
  return visitor;
}

/** What someone who signs in wanted: by the address of the page, where nothing else says it. */
function wantedBy({ locals, url }: Arriving): { language: Language; next: string | undefined } {
  return { language: locals.language, next: localPath(url.searchParams.get('next')) };
}

/** Gives the browser its session. @returns the path to go on to */
export async function enter(
  event: Arriving,
  cookie: SessionCookie,
  wanted = wantedBy(event),
): Promise<string> {
  const { cookies, locals } = event;
  const { name, value } = cookie;
  const { language, next = `/${language}/work` } = wanted;
  takeCookie(event, cookie);
  const visitor = await readVisitor(locals.app, `${name}=${value}`);
  if (visitor.kind === 'halfway') return `/${language}/sign-in/code?${new URLSearchParams({ next })}`;
  if (visitor.kind !== 'signed-in') return `/${language}/sign-in`;
  const kept = await findKeptForm(locals.app, cookies.get(keptFormCookie), visitor.account.id);
  return kept ? `/${language}/sign-in/kept` : next;
}

/** Takes the session from the browser. @returns what its cookie was */
export function forgetBrowser({ cookies, locals }: Pick<RequestEvent, 'cookies' | 'locals'>) {
  const secure = locals.app.config.publicUrl.startsWith('https:');
  const name = sessionCookieOf(secure);
  const value = cookies.get(name);
  cookies.delete(name, { path: '/', secure });
  return { value, secure };
}

/** Ends the session of this request. What is left in the browser says whose forms are, and opens nothing. */
export async function leave(event: Pick<RequestEvent, 'cookies' | 'locals'>): Promise<void> {
  await endSession(event.locals.app, event.locals.visitor);
  const { value, secure } = forgetBrowser(event);
  if (value === undefined) return;
  const options = { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: 24 * 60 * 60 } as const;
  event.cookies.set(endedCookie, value, { ...options, encode: (text) => text });
}
