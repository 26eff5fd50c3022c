import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cellOfSearches, itemsOf, markOf, searchesOfCell } from './sheet-cells.ts';

const word = fc.stringMatching(/^[a-zë]{1,12}( [a-z]{1,8})?$/);
const search = fc.record({
  lookedIn: word,
  asked: fc.oneof(word, fc.constant('')),
  searchedOn: fc.constantFrom('2028-01-31', '2027-12-01'),
});

test('a search log comes back from its cell as it went in', () => {
  fc.assert(
    fc.property(fc.array(search, { maxLength: 12 }), (searches) => {
      expect(searchesOfCell(cellOfSearches(searches))).toEqual(searches);
    }),
  );
});

test('marks lead to the items that they were made of, in whatever way they are separated', () => {
  fc.assert(
    fc.property(fc.uniqueArray(fc.uuid(), { minLength: 1, selector: markOf }), (ids) => {
      expect(itemsOf(ids.map(markOf).join(', '), ids)).toEqual({ items: ids, unknown: [] });
      expect(itemsOf(ids.map(markOf).join('; \n'), ids).items).toEqual(ids);
    }),
  );
});

test('a mark of no item is told', () => {
  expect(itemsOf('ffffffff', ['00000000-0000-4000-8000-000000000000'])).toEqual({
    items: [],
    unknown: ['ffffffff'],
  });
});
