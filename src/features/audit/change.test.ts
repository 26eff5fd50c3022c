import fc from 'fast-check';
import { expect, test } from 'vitest';
import { changesOf } from './change.ts';

test('only what differs is told, a text per language as a field for each language', () => {
  expect(
    changesOf({
      before: { state: 'draft', statement: { sq: 'Rruga', en: 'The road' } },
      after: { state: 'draft', statement: { sq: 'Rrugët', en: 'The road' }, units: ['a', 'b'] },
    }),
  ).toEqual([
    { field: 'statement.sq', before: 'Rruga', after: 'Rrugët' },
    { field: 'units', before: undefined, after: 'a, b' },
  ]);
});

test('nothing, an empty text and a field that is not there are the same', () => {
  expect(changesOf({ before: { note: null, place: '' }, after: {} })).toEqual([]);
});

const state = fc.dictionary(fc.string(), fc.jsonValue(), { maxKeys: 6 });

test('what stayed the same is no change, and every change read backwards is one', () => {
  fc.assert(
    fc.property(state, state, (before, after) => {
      expect(changesOf({ before, after: before })).toEqual([]);
      const there = changesOf({ before, after });
      const back = changesOf({ before: after, after: before });
      const turned = back.map((change) => ({
        field: change.field,
        before: change.after,
        after: change.before,
      }));
      const byField = (a: { field: string }, b: { field: string }) => (a.field < b.field ? -1 : 1);
      expect(there.toSorted(byField)).toEqual(turned.toSorted(byField));
    }),
  );
});
