import type { App } from '#server/app.ts';
import { besideOf, type Beside } from '../beside.ts';
import { computeFigures } from '../figures.ts';
import { publishedTotal, type PublishedFigure } from '../published.ts';
import { asOfNow } from './as-of.ts';
import { figuresOfMunicipality, listPublishedFigures, listRounds, networkFigures } from './rounds.ts';

/** A published figure with ours of the same beside it. */
export type PublishedBesideOurs = PublishedFigure & { beside: Beside | undefined };

/**
 * The figures that the network published of itself, or of one municipality, each with what the rows in the record say.
 * One without a round is set beside the latest round of its mandate that has a status.
 * @param municipality null for the network's own
 */
export async function publishedBesideOurs(
  app: App,
  municipality: { id: string; key: string } | null,
  { day, shownAs }: { day: string | null; shownAs: string | undefined } = asOfNow,
): Promise<PublishedBesideOurs[]> {
  const [rounds, published] = await Promise.all([
    listRounds(app),
    listPublishedFigures(app, day ?? undefined),
  ]);
  const own = published.filter((figure) => figure.municipality === (municipality?.key ?? null));
  if (own.length === 0) return [];
  const byRound = municipality
    ? await figuresOfMunicipality(app, municipality.id, shownAs)
    : new Map(
        (await networkFigures(app, rounds, undefined, shownAs)).map(({ round, figures }) => [
          round.id,
          figures,
        ]),
      );

  return own.map((figure) => {
    const round =
      figure.round === null
        ? rounds.findLast(({ id, mandate }) => mandate === figure.mandate && byRound.has(id))
        : rounds.find(({ key }) => key === figure.round);
    const ours = round && byRound.get(round.id);
    const total = totalOf(figure, published);
    const set = { ...figure, outOf: figure.outOf ?? total };
    const figures =
      ours && total !== null ? computeFigures(ours.counts, { count: total, is: 'exact' }) : ours;
    const hasRows = figures !== undefined && (figures.basis !== 'none' || figure.measure === 'priorities');
    return { ...figure, beside: besideOf(set, hasRows ? figures : undefined) };
  });
}

/** Of the network's shares of a round: how many priorities it published for the mandate. */
function totalOf(figure: PublishedFigure, published: readonly PublishedFigure[]): number | null {
  const { measure, mandate, municipality } = figure;
  if (municipality !== null || mandate === null || !['fully', 'partly', 'not'].includes(measure)) return null;
  return figure.outOf ?? publishedTotal(published, mandate)?.value ?? null;
}
