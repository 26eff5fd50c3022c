import type { Localised } from '#i18n/languages.ts';
import type { Summary } from './summary.ts';

/** One line of scores, as pages and files show it. */
export interface ScoreRow extends Summary {
  position: number;
  issue: Localised;
  fieldId: string;
  fieldName: Localised;
  /** Whose scores, in words. */
  group: string;
}

/** The same with decimals as they are shown: one, since a score is a whole number. */
export function oneDecimal(value: number): number {
  return Math.round(value * 10) / 10;
}

/** Most pressing first: by mean, then by where it stands on the card. */
export function byMean<One extends { mean: number; position: number }>(rows: readonly One[]): One[] {
  return rows.toSorted((a, b) => b.mean - a.mean || a.position - b.position);
}
