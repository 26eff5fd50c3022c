import { fieldOf, type Fields } from '#forms/form.ts';
import { controlName, rowsOf } from './need-table.ts';

interface Reviewed {
  id: string;
  version: number;
  statement: string;
  translation: string;
  review: string;
  reviewNote: string;
}

/** What a reviewer reads of a need, as one text: a decision is about these words and no others. */
export function wordsOf({ statement, translation }: Pick<Reviewed, 'statement' | 'translation'>): string {
  return translation === '' ? statement : `${statement} · ${translation}`;
}

/** A decision as one short text: a reason belongs to what is withheld alone. */
export function decisionOf(review: string, note: string): string {
  return review === 'withheld' ? `withheld ${note}` : review;
}

/** A need's row of the review; `was` and `said` tell what the reviewer began from. */
export function reviewFields(row: number, need: Reviewed): Record<string, string> {
  const { id, version, review, reviewNote } = need;
  const cells = {
    id,
    version: String(version),
    review,
    note: reviewNote,
    was: decisionOf(review, reviewNote),
    said: wordsOf(need),
  };
  return Object.fromEntries(
    Object.entries(cells).map(([column, value]) => [controlName(row, column), value]),
  );
}

/**
 * The rows of the review as they are drawn. In a form that came back a need keeps its number there, and what was
 * decided in it; what its sender left as it was shows what stands now.
 */
export function reviewRows<Need extends Reviewed>(
  needs: readonly Need[],
  sent: Fields,
  isConflict: boolean,
): { row: number; need: Need; cells: Record<string, string> }[] {
  const numbers = new Map([...rowsOf(sent)].map(([row, cells]) => [cells['id'], row]));
  let next = Math.max(-1, ...numbers.values());
  return needs.map((need) => {
    const known = numbers.get(need.id);
    const row = known ?? (next += 1);
    const now = reviewFields(row, need);
    const cell = (column: string) => fieldOf(sent, controlName(row, column));
    const isDecided =
      known !== undefined &&
      decisionOf(cell('review'), cell('note')) !== cell('was') &&
      cell('review') !== '';
    if (!isDecided) return { row, need, cells: now };
    const decided = {
      [controlName(row, 'review')]: cell('review'),
      [controlName(row, 'note')]: cell('note'),
    };
    if (isConflict) return { row, need, cells: { ...now, ...decided } };
    const began = ['version', 'was', 'said'].map((column) => [controlName(row, column), cell(column)]);
    return { row, need, cells: { ...now, ...Object.fromEntries(began), ...decided } };
  });
}
