import fc from 'fast-check';
import { expect, test } from 'vitest';
import { shownGroups, smallestGroup, type Group } from './small-groups.ts';

function group(key: string, n: number, ...parts: Group[]): Group {
  return { key, n, parts };
}

function shownOf(whole: Group): string[] {
  return [...shownGroups(whole)].sort();
}

test('a group of four is not shown, and the next smallest hides what would be left by difference', () => {
  const whole = group('all', 30, group('a', 14), group('b', 12), group('c', 4));
  expect(shownOf(whole)).toEqual(['a', 'all']);
});

test('two small groups that are five together hide each other', () => {
  expect(shownOf(group('all', 19, group('a', 14), group('b', 3), group('c', 2)))).toEqual(['a', 'all']);
});

test('groups of five are all shown', () => {
  expect(shownOf(group('all', 10, group('a', 5), group('b', 5)))).toEqual(['a', 'all', 'b']);
});

test('nothing is shown of four people', () => {
  expect(shownOf(group('all', 4, group('a', 4)))).toEqual([]);
});

test('a session is not told by its unit less the other session', () => {
  const north = group('north', 23, group('north-1', 20), group('north-2', 3));
  expect(shownOf(group('all', 43, north, group('south', 20)))).toEqual(['all', 'north', 'south']);
});

test('what grew by fewer than five since it was public is not shown again', () => {
  expect([...shownGroups({ key: 'all', n: 22, before: 20, parts: [] })]).toEqual([]);
  expect([...shownGroups({ key: 'all', n: 25, before: 20, parts: [] })]).toEqual(['all']);
  expect([...shownGroups({ key: 'all', n: 20, before: 20, parts: [] })]).toEqual(['all']);
});

test('what is left of a whole does not tell how few came to it since it was public', () => {
  const grown = (key: string, before: number, n: number, ...parts: Group[]) => ({ key, n, before, parts });
  // North grew by five, south by four: the whole less north would tell the four.
  expect(shownOf(grown('all', 20, 29, grown('north', 10, 15), grown('south', 10, 14)))).toEqual(['all']);
  expect(shownOf(grown('all', 20, 30, grown('north', 10, 15), grown('south', 10, 15)))).toEqual([
    'all',
    'north',
    'south',
  ]);
});

const sizes = fc.array(fc.array(fc.nat(12), { maxLength: 5 }), { maxLength: 5 });

test('no difference of shown groups is about one to four people', () => {
  fc.assert(
    fc.property(sizes, (units) => {
      const parts = units.map((sessions, unit) =>
        group(
          `u${unit}`,
          sessions.reduce((sum, n) => sum + n, 0),
          ...sessions.map((n, session) => group(`u${unit}s${session}`, n)),
        ),
      );
      const whole = group(
        'all',
        parts.reduce((sum, { n }) => sum + n, 0),
        ...parts,
      );
      const shown = shownGroups(whole);
      for (const outer of [whole, ...parts].filter(({ key }) => shown.has(key))) {
        const inner = outer.parts.filter(({ key }) => shown.has(key));
        const rest = outer.n - inner.reduce((sum, { n }) => sum + n, 0);
        expect(rest === 0 || rest >= smallestGroup).toBe(true);
        for (const { n } of [outer, ...inner]) expect(n).toBeGreaterThanOrEqual(smallestGroup);
      }
      // Nothing inside a hidden group is shown.
      for (const part of parts) {
        if (!shown.has(part.key)) for (const { key } of part.parts) expect(shown.has(key)).toBe(false);
      }
    }),
  );
});
