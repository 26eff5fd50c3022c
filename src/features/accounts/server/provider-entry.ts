import type { RequestEvent } from '@sveltejs/kit';
import { localPath } from '../local-path.ts';
import { enter, requestOf, secondsForAddress } from './entry.ts';
import { journeySeconds } from './provider-journey.ts';
import { goToProvider, returnFromProvider } from './sign-in-at-provider.ts';

function cookieOf({ locals }: Pick<RequestEvent, 'locals'>) {
  const secure = locals.app.config.publicUrl.startsWith('https:');
  return { name: secure ? '__Host-pop_provider' : 'pop_provider', secure };
}

/** The page of signing in, with what to tell there. */
function back(language: string, told: string, next: string | undefined): string {
  const query = new URLSearchParams({ provider: told, ...(next === undefined ? {} : { next }) });
  return `/${language}/sign-in?${query}`;
}

/** Sends someone to the provider. @returns the address to go to */
export async function leaveForProvider(event: RequestEvent): Promise<string> {
  const { app, language } = event.locals;
  const next = localPath(event.url.searchParams.get('next'));
  if ((await secondsForAddress(event.locals, event.getClientAddress())) > 0)
    return back(language, 'busy', next);
  const going = await goToProvider(app, language, next);
  if (going.kind === 'refused') return back(language, going.fault, next);
  const { name, secure } = cookieOf(event);
  // 'lax': the provider's answer comes from another site.
  const options = { path: '/', httpOnly: true, sameSite: 'lax', secure, maxAge: journeySeconds } as const;
  event.cookies.set(name, going.journey, options);
  return going.address.href;
}

/** Takes in who comes back from the provider. @returns the path to go on to */
export async function arriveFromProvider(event: RequestEvent): Promise<string> {
  const { app, language } = event.locals;
  const { name, secure } = cookieOf(event);
  const journey = event.cookies.get(name);
  event.cookies.delete(name, { path: '/', secure });
  if ((await secondsForAddress(event.locals, event.getClientAddress())) > 0)
    return back(language, 'busy', undefined);
  const outcome = await returnFromProvider(app, event.url.search, journey, requestOf(event));
  const { next } = outcome;
  const spoken = outcome.language ?? language;
  if (outcome.kind === 'refused') return back(spoken, outcome.fault, next);
  return enter(event, outcome.cookie, { language: spoken, next });
}
