import { distinctSourcesOf } from '#features/library/server/sources.ts';
import type { App } from '#server/app.ts';
import { computeFigures, noCounts, type StatusCounts } from '../figures.ts';
import { publishedSplit, publishedTotal } from '../published.ts';
import { possibleSplits, reconcile } from '../reconciliation.ts';
import { latestPublished, type Round } from '../round.ts';
import { listPublishedFigures, listRounds } from './rounds.ts';

/**
 * What the network itself published of a round, beside what the rows in the record say, and why the two differ.
 * @param counts the network's statuses of that round in the record
 * @param day as of which it is told; left out: now
 * @returns null where it published no split of that round
 */
export async function publishedRound(app: App, round: Round, counts: StatusCounts, day?: string) {
  const published = await listPublishedFigures(app, day);
  const total = publishedTotal(published, round.mandate);
  const split = publishedSplit(published, { round: round.key, municipality: null }, total?.value ?? null);
  if (!split) return null;
  const figures = computeFigures(counts, {
    count: split.total,
    is: split.total === null ? null : 'exact',
  });
  return {
    round,
    split,
    figures,
    reconciliation: reconcile(split, figures),
    possible: split.unit === 'percent' ? possibleSplits(split) : [],
    sources: await distinctSourcesOf(app, [...split.ids, ...(total ? [total.id] : [])]),
  };
}

export type PublishedRound = NonNullable<Awaited<ReturnType<typeof publishedRound>>>;

/**
 * The latest round that the network published a split of.
 * @param countsOf the network's statuses of a round in the record, where it has any
 */
export async function latestPublishedRound(
  app: App,
  countsOf: (round: Round) => StatusCounts | undefined,
  day?: string,
) {
  const [rounds, published] = await Promise.all([listRounds(app), listPublishedFigures(app, day)]);
  const round = latestPublished(
    rounds,
    (candidate) =>
      publishedSplit(published, { round: candidate.key, municipality: null }, null) !== undefined,
  );
  return round ? publishedRound(app, round, countsOf(round) ?? noCounts, day) : null;
}
