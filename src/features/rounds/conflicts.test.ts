import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isBarred, periodOfWork, type Conflict } from './conflicts.ts';

const conflict: Conflict = {
  accountId: 'ana',
  municipalityId: 'fier',
  priorityId: null,
  since: '2028-01-01',
  until: null,
};
const place = { municipalityId: 'fier', priorityId: 'road' };
const period = { from: '2028-06-01', until: '2028-11-15' };

test('a conflict bars its person, in its municipality, and nobody else and nowhere else', () => {
  expect(isBarred([conflict], 'ana', place, period)).toBe(true);
  expect(isBarred([conflict], 'beni', place, period)).toBe(false);
  expect(isBarred([conflict], 'ana', { ...place, municipalityId: 'vlora' }, period)).toBe(false);
});

test('a conflict about one priority bars from it and from what concerns all, not from the others', () => {
  const about = { ...conflict, priorityId: 'road' };
  expect(isBarred([about], 'ana', place, period)).toBe(true);
  expect(isBarred([about], 'ana', { ...place, priorityId: null }, period)).toBe(true);
  expect(isBarred([about], 'ana', { ...place, priorityId: 'school' }, period)).toBe(false);
});

test('a conflict that is over bars no longer, one that begins before the work ends bars already', () => {
  expect(isBarred([{ ...conflict, until: '2028-05-31' }], 'ana', place, period)).toBe(false);
  expect(isBarred([{ ...conflict, until: '2028-06-01' }], 'ana', place, period)).toBe(true);
  expect(isBarred([{ ...conflict, since: '2028-11-15' }], 'ana', place, period)).toBe(true);
  expect(isBarred([{ ...conflict, since: '2028-11-16' }], 'ana', place, period)).toBe(false);
});

test('work that is late lasts until today', () => {
  expect(periodOfWork('2028-12-24', '2028-11-15')).toEqual({ from: '2028-12-24', until: '2028-12-24' });
  expect(periodOfWork('2028-06-01', '2028-11-15')).toEqual(period);
});

test('one more conflict never lets anybody in', () => {
  const any = fc.record({
    accountId: fc.constantFrom('ana', 'beni'),
    municipalityId: fc.constantFrom('fier', 'vlora'),
    priorityId: fc.constantFrom(null, 'road', 'school'),
    since: fc.constantFrom('2028-01-01', '2028-07-01', '2029-01-01'),
    until: fc.constantFrom(null, '2028-02-01', '2028-12-01', '2029-02-01'),
  });
  fc.assert(
    fc.property(fc.array(any), any, (known, further) => {
      if (isBarred(known, 'ana', place, period))
        expect(isBarred([...known, further], 'ana', place, period)).toBe(true);
    }),
  );
});
