import fc from 'fast-check';
import { expect, test } from 'vitest';
import { freezeOn, isFrozen } from './freeze.ts';

const reason = { sq: 'Zgjedhje', en: 'Election' };
const may = { municipalityId: null, since: '2027-04-10', until: '2027-05-10', reason };
const fier = { municipalityId: 'fier', since: '2027-05-01', until: '2027-06-01', reason };

test('a freeze holds from its first day to its last, both included', () => {
  expect(
    ['2027-04-09', '2027-04-10', '2027-05-10', '2027-05-11'].map((day) => isFrozen([may], 'x', day)),
  ).toEqual([false, true, true, false]);
});

test('a freeze of one municipality leaves the others free', () => {
  expect(isFrozen([fier], 'fier', '2027-05-20')).toBe(true);
  expect(isFrozen([fier], 'vlora', '2027-05-20')).toBe(false);
});

test('of several freezes the one that lasts longest is told', () => {
  expect(freezeOn([may, fier], 'fier', '2027-05-05')).toBe(fier);
});

const day = fc
  .integer({ min: 0, max: 400 })
  .map((n) => new Date(Date.UTC(2027, 0, 1 + n)).toISOString().slice(0, 10));
const freeze = fc
  .tuple(day, day, fc.constantFrom(null, 'fier', 'vlora'))
  .map(([one, other, municipalityId]) => ({
    municipalityId,
    since: one < other ? one : other,
    until: one < other ? other : one,
    reason,
  }));

test('a day is frozen exactly where one of the freezes freezes it, in whatever order they stand', () => {
  fc.assert(
    fc.property(fc.array(freeze), day, (freezes, on) => {
      const expected = freezes.some((one) => isFrozen([one], 'fier', on));
      expect(isFrozen(freezes, 'fier', on)).toBe(expected);
      expect(isFrozen(freezes.toReversed(), 'fier', on)).toBe(expected);
    }),
  );
});
