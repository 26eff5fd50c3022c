import { listLatestEvents } from '#features/events/server/service.ts';
import { latestSignings } from '#features/contracts/server/service.ts';
import { listLatestArticles } from '#features/library/server/service.ts';
import { distinctSourcesOf } from '#features/library/server/sources.ts';
import { publishedBesideOurs } from '#features/monitoring/server/beside-published.ts';
import { latestPublishedRound } from '#features/monitoring/server/published-round.ts';
import { listRounds, networkFigures } from '#features/monitoring/server/rounds.ts';
import { showMap } from '#features/places/server/map.ts';
import { perVersion } from '#server/cache/per-version.ts';

const shownInLists = 4;

/** The front page: the network's figures, the map, the years, signings, and what is new. */
export const showOverview = perVersion(async (app) => {
  const network = await networkFigures(app, await listRounds(app));
  const round = network.at(-1)?.round ?? null;
  const [map, published, publishedFigures, signings, articles, events] = await Promise.all([
    showMap(app, round?.id),
    latestPublishedRound(app, ({ id }) => network.find((own) => own.round.id === id)?.figures.counts),
    publishedBesideOurs(app, null),
    latestSignings(app),
    listLatestArticles(app, shownInLists),
    listLatestEvents(app, shownInLists),
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
  };
});
