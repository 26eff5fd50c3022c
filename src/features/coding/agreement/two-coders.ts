import type { Pattern } from './units.ts';

/** How often the first coder gave one code (row) and the second another (column). */
export interface ConfusionMatrix {
  codes: readonly string[];
  cells: readonly (readonly number[])[];
  /** Units that both coded. */
  units: number;
  /** Of them, those to which both gave the same code. */
  agreed: number;
}

/** @param codes every code of the codebook, in its order; units without two of them are left out */
export function confusionMatrix(patterns: readonly Pattern[], codes: readonly string[]): ConfusionMatrix {
  const cells = codes.map(() => codes.map(() => 0));
  for (const { unit, count } of patterns) {
    const [row, column] = [codes.indexOf(unit[0] ?? ''), codes.indexOf(unit[1] ?? '')];
    const line = row < 0 || column < 0 ? undefined : cells[row];
    if (line) line[column] = (line[column] ?? 0) + count;
  }
  const units = cells.flat().reduce((total, cell) => total + cell, 0);
  const agreed = cells.reduce((total, line, place) => total + (line[place] ?? 0), 0);
  return { codes, cells, units, agreed };
}

/**
 * Cohen's kappa: agreement of two coders beyond what their own shares of each code would give by chance.
 * @returns null where it is not defined: nothing was coded by both, or both gave one and the same code throughout
 * @see Cohen, J. (1960), A Coefficient of Agreement for Nominal Scales, Educational and Psychological Measurement 20
 */
export function cohenKappa({ cells, units, agreed }: ConfusionMatrix): number | null {
  if (units === 0) return null;
  let byChance = 0;
  for (const [place, line] of cells.entries()) {
    const first = line.reduce((total, cell) => total + cell, 0);
    const second = cells.reduce((total, other) => total + (other[place] ?? 0), 0);
    byChance += first * second;
  }
  const expected = byChance / units ** 2;
  return expected === 1 ? null : (agreed / units - expected) / (1 - expected);
}
