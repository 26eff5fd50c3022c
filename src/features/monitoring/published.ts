import type { Localised } from '#i18n/languages.ts';
import type { PublishedSplit } from './reconciliation.ts';

/** A figure that the network itself published: shown as it was, with its source, never recomputed. */
export interface PublishedFigure {
  id: string;
  key: string;
  measure: string;
  value: number;
  unit: 'count' | 'percent';
  qualifier: 'exact' | 'about' | 'over' | 'at-least';
  outOf: number | null;
  dated: string | null;
  label: Localised;
  note: Localised | null;
  municipality: string | null;
  round: string | null;
  mandate: string | null;
}

interface Scope {
  round: string;
  municipality: string | null;
}

function inScope(figures: readonly PublishedFigure[], { round, municipality }: Scope): PublishedFigure[] {
  return figures.filter((figure) => figure.round === round && figure.municipality === municipality);
}

/**
 * The split into fully, partly and not addressed that was published for a round, of the network or of a municipality;
 * undefined where not all three were.
 * @param total priorities of the set, where published apart (the network's 101)
 */
export function publishedSplit(
  figures: readonly PublishedFigure[],
  scope: Scope,
  total: number | null,
): (PublishedSplit & { unit: 'count' | 'percent'; ids: string[] }) | undefined {
  const [fully, partly, not] = (['fully', 'partly', 'not'] as const).map((measure) =>
    inScope(figures, scope).find((figure) => figure.measure === measure),
  );
  if (!fully || !partly || !not || fully.unit !== partly.unit || fully.unit !== not.unit) return undefined;
  return {
    fully: fully.value,
    partly: partly.value,
    not: not.value,
    total: fully.outOf ?? total,
    unit: fully.unit,
    ids: [fully.id, partly.id, not.id],
  };
}

/** How many priorities the network published for a mandate's contracts together. */
export function publishedTotal(
  figures: readonly PublishedFigure[],
  mandate: string,
): PublishedFigure | undefined {
  return figures.find(
    (figure) =>
      figure.measure === 'priorities' &&
      figure.municipality === null &&
      (figure.mandate === mandate || figure.mandate === null),
  );
}
