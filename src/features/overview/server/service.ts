import { listBands } from '#features/context/server/service.ts';
import { listLatestEvents } from '#features/events/server/service.ts';
import { listLatestArticles } from '#features/articles/server/service.ts';
import { latestSignings } from '#features/contracts/server/service.ts';
import { distinctSourcesOf } from '#features/library/server/sources.ts';
import { asOfNow, type AsOf } from '#features/monitoring/server/as-of.ts';
import { publishedBesideOurs } from '#features/monitoring/server/beside-published.ts';
import { latestPublishedRound } from '#features/monitoring/server/published-round.ts';
import { listRounds, networkFigures } from '#features/monitoring/server/rounds.ts';
import { showMap } from '#features/places/server/map.ts';
import type { App } from '#server/app.ts';
import { perVersion } from '#server/cache/per-version.ts';

const shownInLists = 4;

const overviewOfNow = perVersion((app) => overviewOf(app, asOfNow));

/**
 * The front page: the network's figures, the map, the years, signings, and what is new.
 * @param asOf a day that is over; left out: now
 */
export async function showOverview(app: App, asOf: AsOf = asOfNow) {
  return asOf.day === null ? overviewOfNow(app) : overviewOf(app, asOf);
}

async function overviewOf(app: App, asOf: AsOf) {
  const { shownAs } = asOf;
  const day = asOf.day ?? undefined;
  const network = await networkFigures(app, await listRounds(app), undefined, shownAs);
  const round = network.at(-1)?.round ?? null;
  const [map, published, publishedFigures, signings, articles, events, context] = await Promise.all([
    showMap(app, round?.id, shownAs),
    latestPublishedRound(app, ({ id }) => network.find((own) => own.round.id === id)?.figures.counts, day),
    publishedBesideOurs(app, null, asOf),
    latestSignings(app, day),
    // What is new is new today.
    day === undefined ? listLatestArticles(app, shownInLists) : [],
    day === undefined ? listLatestEvents(app, shownInLists) : { upcoming: [], past: [] },
    listBands(app, { municipalityId: null, day: asOf.day }),
  ]);
  return {
    map,
    round,
    network,
    published,
    publishedFigures,
    publishedSources: await distinctSourcesOf(
      app,
      publishedFigures.map((figure) => figure.id),
    ),
    signings: signings ?? null,
    articles,
    events,
    context,
  };
}
