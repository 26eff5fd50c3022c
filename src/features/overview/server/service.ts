import { listLatestEvents } from '#features/events/server/service.ts';
import { listContracts } from '#features/contracts/server/service.ts';
import { listLatestArticles } from '#features/library/server/service.ts';
import { distinctSourcesOf } from '#features/library/server/sources.ts';
import { latestPublishedRound } from '#features/monitoring/server/published-round.ts';
import { listPublishedFigures } from '#features/monitoring/server/rounds.ts';
import { listOverviews } from '#features/places/server/overview.ts';
import type { App } from '#server/app.ts';

const shownInLists = 4;

/** The front page: the network's figures, the map, the years, signings, and what is new. */
export async function showOverview(app: App) {
  const overviews = await listOverviews(app);
  const [published, figures, signings, articles, events] = await Promise.all([
    latestPublishedRound(
      app,
      (round) => overviews.network.find((own) => own.round.id === round.id)?.figures.counts,
    ),
    listPublishedFigures(app),
    listContracts(app, {}),
    listLatestArticles(app, shownInLists),
    listLatestEvents(app, shownInLists),
  ]);
  const network = figures.filter((figure) => figure.municipality === null);
  return {
    municipalities: overviews.all,
    round: overviews.round,
    network: overviews.network,
    published,
    publishedFigures: network,
    publishedSources: await distinctSourcesOf(
      app,
      network.map((figure) => figure.id),
    ),
    signings: signings.signings,
    mandate: signings.mandate?.key ?? null,
    articles,
    events,
  };
}
