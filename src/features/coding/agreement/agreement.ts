import { krippendorffAlpha } from './alpha.ts';
import { alphaInterval } from './interval.ts';
import { cohenKappa, confusionMatrix, type ConfusionMatrix } from './two-coders.ts';
import type { Pattern } from './units.ts';

/** Codes of a codebook as far as agreement needs them. rank empty: outside the scale. */
export interface ScaledCode {
  code: string;
  rank: number | null;
}

export interface Agreement {
  matrix: ConfusionMatrix;
  /** Over all codes, those outside the scale too; null: not defined. */
  kappa: number | null;
  /** Ordinal, over the codes of the scale: a code outside it ('no evidence') says nothing of more or less. */
  alpha: number | null;
  interval: { low: number; high: number } | null;
}

/** How far the two coders of each unit agree, from their raw codes. */
export function agreementOf(patterns: readonly Pattern[], codes: readonly ScaledCode[]): Agreement {
  const scale = codes
    .filter(({ rank }) => rank !== null)
    .toSorted((one, other) => (one.rank ?? 0) - (other.rank ?? 0))
    .map(({ code }) => code);
  const matrix = confusionMatrix(
    patterns,
    codes.map(({ code }) => code),
  );
  return {
    matrix,
    kappa: cohenKappa(matrix),
    alpha: krippendorffAlpha(patterns, scale, 'ordinal'),
    interval: alphaInterval(patterns, scale, 'ordinal'),
  };
}

/**
 * What an alpha is good for: 'reliable' from .800, 'tentative' from .667.
 * @see Krippendorff, K. (2004), Content Analysis, 2nd edition, p. 241
 */
export function reliabilityOf(alpha: number | null): 'reliable' | 'tentative' | 'low' | 'undefined' {
  if (alpha === null) return 'undefined';
  if (alpha >= 0.8) return 'reliable';
  return alpha >= 0.667 ? 'tentative' : 'low';
}
