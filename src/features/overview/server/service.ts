import { listLatestEvents } from '#features/events/server/service.ts';
import { listContracts } from '#features/contracts/server/service.ts';
import { listLatestArticles } from '#features/library/server/service.ts';
import { distinctSourcesOf } from '#features/library/server/sources.ts';
import { computeFigures, noCounts } from '#features/monitoring/figures.ts';
import { publishedSplit, publishedTotal } from '#features/monitoring/published.ts';
import { possibleSplits, reconcile } from '#features/monitoring/reconciliation.ts';
import { listPublishedFigures, listRounds } from '#features/monitoring/server/rounds.ts';
import { latestPublished } from '#features/monitoring/round.ts';
import { listOverviews } from '#features/places/server/overview.ts';
import type { App } from '#server/app.ts';

const shownInLists = 4;

/** What the network itself published of its latest published round, beside what the rows in the record say. */
async function latestPublishedRound(app: App, overviews: Awaited<ReturnType<typeof listOverviews>>) {
  const [rounds, published] = await Promise.all([listRounds(app), listPublishedFigures(app)]);
  const splitOf = (round: (typeof rounds)[number]) =>
    publishedSplit(
      published,
      { round: round.key, municipality: null },
      publishedTotal(published, round.mandate)?.value ?? null,
    );
  const round = latestPublished(rounds, (candidate) => splitOf(candidate) !== undefined);
  const split = round && splitOf(round);
  if (!round || !split) return null;
  const own = overviews.network.find((figures) => figures.round.id === round.id);
  const figures = computeFigures(own?.figures.counts ?? noCounts, {
    count: split.total,
    is: split.total === null ? null : 'exact',
  });
  const total = publishedTotal(published, round.mandate);
  return {
    round,
    split,
    figures,
    ours: own ?? null,
    reconciliation: reconcile(split, figures),
    possible: split.unit === 'percent' ? possibleSplits(split) : [],
    sources: await distinctSourcesOf(app, [...split.ids, ...(total ? [total.id] : [])]),
  };
}

/** The front page: the network's figures, the map, the years, signings, and what is new. */
export async function showOverview(app: App) {
  const overviews = await listOverviews(app);
  const [published, figures, signings, articles, events] = await Promise.all([
    latestPublishedRound(app, overviews),
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
