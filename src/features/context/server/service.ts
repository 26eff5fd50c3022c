import { sourcesOf } from '#features/library/server/sources.ts';
import type { App } from '#server/app.ts';
import { dayOf } from '#server/cache/day.ts';
import { perVersion } from '#server/cache/per-version.ts';
import type { Band, Period } from '../period.ts';
import * as store from './store.ts';

function present({ state: _, places, ...row }: store.PeriodRow): Period {
  return { ...row, places: places.map(({ key, name }) => ({ key, name })) };
}

/** Everything that can stand on a timeline. Elections of one day are one band, with all their places. */
const listAllBands = perVersion(async (app) => {
  const [periods, elections] = await Promise.all([store.readPeriods(app.db), store.readElections(app.db)]);
  const days = Map.groupBy(elections, ({ kind, heldOn }) => `${heldOn}-${kind}`);
  const ofElections = [...days].flatMap(([day, held]) => {
    const [first] = held;
    if (!first) return [];
    const isEverywhere = held.some(({ municipalityId }) => municipalityId === null);
    return {
      placeIds: isEverywhere ? [] : held.flatMap(({ municipalityId }) => municipalityId ?? []),
      band: {
        kind: 'election' as const,
        name: `election-${day}`,
        election: first.kind,
        starts: first.heldOn,
        ends: first.heldOn,
        endsIs: 'known' as const,
        places: isEverywhere
          ? []
          : held.flatMap(({ municipalityKey: key, municipalityName: name }) =>
              key !== null && name !== null ? [{ key, name }] : [],
            ),
      },
    };
  });
  const standing = periods.filter(({ state }) => state === 'stands');
  const ofPeriods = standing.map((row) => ({ placeIds: row.places.map(({ id }) => id), band: present(row) }));
  return [...ofPeriods, ...ofElections];
});

/**
 * The bands of a timeline: of one municipality what concerns it, of the network what concerns all, and crises wherever they
 * were. Of a page as of a day, what had begun by then.
 */
export async function listBands(
  app: App,
  { municipalityId, day }: { municipalityId: string | null; day: string | null },
): Promise<{ bands: Band[]; today: string }> {
  const today = day ?? dayOf(app.clock());
  const all = await listAllBands(app);
  const bands = all
    .filter(({ placeIds, band }) => {
      if (band.starts > today) return false;
      if (placeIds.length === 0) return true;
      return municipalityId === null ? band.kind !== 'election' : placeIds.includes(municipalityId);
    })
    .map(({ band }) => band);
  return { bands, today };
}

export type Bands = Awaited<ReturnType<typeof listBands>>;

/** All of it, with sources; elections too. */
export async function showContext(app: App) {
  const today = dayOf(app.clock());
  const [all, rows] = await Promise.all([listAllBands(app), store.readPeriods(app.db)]);
  const sources = await sourcesOf(
    app,
    rows.map(({ id }) => id),
  );
  const periods = rows.map((row) => ({
    ...present(row),
    isWithdrawn: row.state === 'withdrawn',
    sources: sources.get(row.id) ?? [],
  }));
  return { bands: all.map(({ band }) => band), periods, today };
}

export type ContextPage = Awaited<ReturnType<typeof showContext>>;

/** Whether a period has this name: addresses of events that became periods lead there. */
export async function hasPeriod(app: App, name: string): Promise<boolean> {
  return (await store.readPeriods(app.db, name)).length > 0;
}
