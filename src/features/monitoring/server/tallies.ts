import type { App } from '#server/app.ts';
import { roundsAsOf } from '../as-of.ts';
import { roundDays } from './as-of.ts';
import { countsAsOf, countsOfNow, type Counts, type CountsWanted } from './as-of-store.ts';
import * as store from './store.ts';

export type { Counts } from './as-of-store.ts';

/** The table of counts as it stands, or as it stood on a day. */
export async function countsOn(
  app: App,
  shownAs: string | undefined,
  wanted: Pick<CountsWanted, 'of' | 'municipalityIds'> & { roundIds?: readonly string[] },
): Promise<Counts> {
  if (shownAs === undefined) return countsOfNow;
  const { roundIds, ...rest } = wanted;
  const isWanted = ({ roundId }: { roundId: string }) => roundIds?.includes(roundId) ?? true;
  const rounds = roundsAsOf((await roundDays(app)).filter(isWanted), shownAs);
  return countsAsOf({ day: shownAs, rounds, ...rest });
}

type Filter = Parameters<typeof store.readMunicipalityTallies>[2];

/**
 * Where counts of statuses come from: the table of those in force, or what was public by some day.
 * @param shownAs a day with a publication; left out: now
 */
export function talliesOf(app: App, shownAs?: string) {
  const { db } = app;
  return {
    network: async (fieldId?: string) =>
      store.readNetworkTallies(db, await countsOn(app, shownAs, { of: 'network' }), fieldId),
    fields: async (roundId: string) =>
      store.readFieldTallies(
        db,
        await countsOn(app, shownAs, { of: 'network', roundIds: [roundId] }),
        roundId,
      ),
    counties: async (roundId: string) =>
      store.readCountyTallies(
        db,
        await countsOn(app, shownAs, { of: 'municipalities', roundIds: [roundId] }),
        roundId,
      ),
    ofMunicipalities: async (filter: Filter) => {
      const { roundIds, municipalityIds } = filter;
      const counts = await countsOn(app, shownAs, { of: 'municipalities', roundIds, municipalityIds });
      return store.readMunicipalityTallies(db, counts, filter);
    },
    /** Municipalities with counts in some of the rounds, by key. */
    municipalities: async (roundIds: readonly string[], after: string, limit: number) => {
      const counts = await countsOn(app, shownAs, { of: 'municipalities', roundIds });
      return store.readTalliedMunicipalities(db, counts, roundIds, after, limit);
    },
  };
}
