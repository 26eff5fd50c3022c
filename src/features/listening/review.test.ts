import { expect, test } from 'vitest';
import { controlName } from './need-table.ts';
import { decisionOf, reviewFields, reviewRows } from './review.ts';

function need(id: string, given: { version?: number; review?: string; statement?: string } = {}) {
  return {
    id,
    version: 1,
    statement: `Nevoja ${id}`,
    translation: '',
    review: 'open',
    reviewNote: '',
    ...given,
  };
}

/** The form as it was drawn for these needs, with decisions by row. */
function sentFor(needs: readonly ReturnType<typeof need>[], decided: Record<number, string> = {}) {
  const drawn = Object.assign({}, ...needs.map((one, row) => reviewFields(row, one)));
  const reviews = Object.entries(decided).map(([row, review]) => [
    controlName(Number(row), 'review'),
    review,
  ]);
  return { ...drawn, ...Object.fromEntries(reviews) };
}

function cellsOf(rows: ReturnType<typeof reviewRows>, id: string, column: string) {
  const found = rows.find((one) => one.need.id === id);
  return found && found.cells[controlName(found.row, column)];
}

test('a form that came back keeps what was decided, by need, whatever came or went meanwhile', () => {
  const sent = sentFor([need('a'), need('b')], { 1: 'accepted' });
  const rows = reviewRows([need('b'), need('c')], sent, false);
  expect(rows.map(({ row }) => row)).toEqual([1, 2]);
  expect([cellsOf(rows, 'b', 'review'), cellsOf(rows, 'c', 'review')]).toEqual(['accepted', 'open']);
});

test('what was left as it was shows what someone else decided meanwhile', () => {
  const sent = sentFor([need('a'), need('b')], { 1: 'accepted' });
  const rows = reviewRows([need('a', { version: 2, review: 'withheld' }), need('b')], sent, false);
  expect([cellsOf(rows, 'a', 'review'), cellsOf(rows, 'a', 'version')]).toEqual(['withheld', '2']);
});

test('a decision goes on from the words it was made about, until the new ones were shown', () => {
  const sent = sentFor([need('a')], { 0: 'accepted' });
  const now = [need('a', { version: 2, statement: 'Tjetër' })];
  const refused = reviewRows(now, sent, false);
  expect([cellsOf(refused, 'a', 'version'), cellsOf(refused, 'a', 'said')]).toEqual(['1', 'Nevoja a']);
  const shown = reviewRows(now, sent, true);
  expect([cellsOf(shown, 'a', 'version'), cellsOf(shown, 'a', 'said')]).toEqual(['2', 'Tjetër']);
  expect(cellsOf(shown, 'a', 'review')).toBe('accepted');
});

test('a reason is part of the decision to withhold alone', () => {
  expect(decisionOf('accepted', 'x')).toBe(decisionOf('accepted', ''));
  expect(decisionOf('withheld', 'x')).not.toBe(decisionOf('withheld', 'y'));
});
