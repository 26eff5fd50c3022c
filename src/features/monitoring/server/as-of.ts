import type { App } from '#server/app.ts';
import { dayOf } from '#server/cache/day.ts';
import { perVersion } from '#server/cache/per-version.ts';
import { asOfParameter, lastPublication, readAskedDay, type AskedDay } from '../as-of.ts';
import { readRoundDays } from './as-of-store.ts';

export const roundDays = perVersion((app) => readRoundDays(app.db));

/** A day that a page or a file is asked as of. */
export interface AsOf extends AskedDay {
  /**
   * The last day up to it on which something became public: many days show the same, and it is read once. Undefined: now.
   */
  shownAs: string | undefined;
}

export const asOfNow: AsOf = { typed: '', day: null, fault: null, shownAs: undefined };

/** What was public on the day that an address asks for, by one rule for every page, file and row. */
export async function asOfAsked(app: App, asked: string | null | undefined): Promise<AsOf> {
  const read = readAskedDay(asked, dayOf(app.clock()));
  return {
    ...read,
    shownAs: read.day === null ? undefined : lastPublication(await roundDays(app), read.day),
  };
}

interface PageRequest {
  locals: { app: App };
  url: { searchParams: Pick<URLSearchParams, 'get'> };
  setHeaders: (headers: Record<string, string>) => void;
}

/** The same for a page. One that says what is wrong with the day is not kept: anyone can make up as many as they like. */
export async function asOfPage({ locals, url, setHeaders }: PageRequest): Promise<AsOf> {
  const asOf = await asOfAsked(locals.app, url.searchParams.get(asOfParameter));
  if (asOf.fault !== null) setHeaders({ 'cache-control': 'no-store' });
  return asOf;
}
