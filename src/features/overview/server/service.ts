import { listLatestEvents } from '#features/events/server/service.ts';
import { latestSignings } from '#features/contracts/server/service.ts';
import { listLatestArticles } from '#features/library/server/service.ts';
import { distinctSourcesOf } from '#features/library/server/sources.ts';
import { latestPublishedRound } from '#features/monitoring/server/published-round.ts';
import { listPublishedFigures, listRounds, networkFigures } from '#features/monitoring/server/rounds.ts';
import { showMap } from '#features/places/server/map.ts';
import type { App } from '#server/app.ts';

const shownInLists = 4;

/** The front page: the network's figures, the map, the years, signings, and what is new. */
export async function showOverview(app: App) {
  const network = await networkFigures(app, await listRounds(app));
  const round = network.at(-1)?.round ?? null;
  const [map, published, figures, signings, articles, events] = await Promise.all([
    showMap(app, round?.id),
    latestPublishedRound(app, ({ id }) => network.find((own) => own.round.id === id)?.figures.counts),
    listPublishedFigures(app),
    latestSignings(app),
    listLatestArticles(app, shownInLists),
    listLatestEvents(app, shownInLists),
  ]);
  const networkPublished = figures.filter((figure) => figure.municipality === null);
  return {
    map,
    round,
    network,
    published,
    publishedFigures: networkPublished,
    publishedSources: await distinctSourcesOf(
      app,
      networkPublished.map((figure) => figure.id),
    ),
    signings: signings ?? null,
    articles,
    events,
  };
}
