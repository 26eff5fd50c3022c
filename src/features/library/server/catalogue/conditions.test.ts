import { expect, test } from 'vitest';
import { narrowed, stepsOf } from './conditions.ts';
import type { Choice } from './expand.ts';
import type { Place } from './words-store.ts';

function choiceOf(typed: string, entries: Partial<Record<Place, number>>): Choice {
  const counted = (['t', 'a', 's', 'd', 'f'] as const).flatMap((place): [Place, number][] => {
    const count = entries[place];
    return count === undefined ? [] : [[place, count]];
  });
  const places = new Set(counted.map(([place]) => place));
  return { typed, words: new Map([[typed, places]]), entries: new Map(counted), instead: undefined };
}

const everything = { where: '', most: Infinity };
const uji = choiceOf('uji', { t: 900, a: 4, f: 50 });
const fier = choiceOf('fier', { t: 30, s: 2 });

test('a step gives at most as many entries as its rarest word stands in, and none without a word in its own place', () => {
  const steps = stepsOf([uji, fier], [], everything);
  expect(steps.map(({ found, most }) => [found, most])).toEqual([
    ['title', 30],
    ['author', 4],
    ['subject', 2],
    ['text', Infinity],
  ]);
});

test('it gives no more than what it is narrowed to', () => {
  const narrowing = narrowed({ hasFile: false, authors: [choiceOf('ana', { a: 3 })], subjects: [] });
  expect(narrowing).toEqual({ where: `('a:ana')`, year: undefined, most: 3 });
  expect(stepsOf([uji], [], narrowing ?? everything).map(({ most }) => most)).toEqual([3, 3, 3]);
});

test('what must not stand in an entry is looked for beside a word that must', () => {
  const text = stepsOf([uji], [fier], everything).find(({ found }) => found === 'text');
  expect(text?.where).toBe(`'f:y' & !'t:fier' & !'s:fier'`);
  expect(stepsOf([uji], [], everything).at(-1)?.where).toBe('');
});

test('an author whom the library does not have leaves nothing', () => {
  expect(narrowed({ hasFile: true, authors: [choiceOf('askush', {})], subjects: [] })).toBeUndefined();
});
