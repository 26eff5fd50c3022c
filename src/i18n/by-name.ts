import type { Formats } from './format.ts';
import { pickText, type Language, type Localised } from './languages.ts';

/** Rows in the order of their names as the reader's language has them: in Albanian, dh comes after d and before e. */
export function byName<Row extends { name: Localised | null }>(
  rows: readonly Row[],
  language: Language,
  formats: Pick<Formats, 'compare'>,
): Row[] {
  return rows.toSorted((a, b) => formats.compare(pickText(a.name, language), pickText(b.name, language)));
}
