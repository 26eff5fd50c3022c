import type { App } from '#server/app.ts';
import { dayOf } from '#server/cache/day.ts';
import { perVersion } from '#server/cache/per-version.ts';
import { asOfDay, lastPublication } from '../as-of.ts';
import { readPublicationDays } from './as-of-store.ts';

const publicationDays = perVersion((app) => readPublicationDays(app.db));

/** A day that a page is shown as of. */
export interface AsOf {
  day: string;
  /** The last day up to it on which something became public: many days show the same, and it is read once. */
  shownAs: string;
}

/** The day that an address asks for; null: now. */
export async function asOfAsked(app: App, asked: string | undefined): Promise<AsOf | null> {
  const day = asOfDay(asked, dayOf(app.clock()));
  return day === null ? null : { day, shownAs: lastPublication(await publicationDays(app), day) };
}
