import fc from 'fast-check';
import { expect, test } from 'vitest';
import { drawOrder, lotNumber, makeSeed } from './lot.ts';

const names = fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1, maxLength: 10 });

test('the same seed gives the same order, whatever order the names were written down in', () => {
  fc.assert(
    fc.property(fc.string(), names, (seed, list) => {
      expect(drawOrder(seed, list)).toEqual(drawOrder(seed, list.toReversed()));
      expect(drawOrder(seed, list).toSorted()).toEqual(list.toSorted());
    }),
  );
});

test('a lot can be drawn again with a common tool', () => {
  // printf '%s %s' 2027-fier 'Arta Hoxha' | sha256sum
  expect(lotNumber('2027-fier', 'Arta Hoxha')).toBe(
    'cfe47f392e476ca0cb4a19fb3a133a1bf580690011ba45018dda90285daec484',
  );
});

test('over many seeds each comes first about as often as the others', () => {
  const list = ['Arta', 'Besim', 'Çlirim', 'Drita'];
  const firsts = Array.from({ length: 2000 }, (_, seed) => drawOrder(String(seed), list)[0]);
  for (const name of list) {
    const times = firsts.filter((first) => first === name).length;
    expect(times).toBeGreaterThan(400);
    expect(times).toBeLessThan(600);
  }
});

test('no two seeds are alike', () => {
  expect(makeSeed()).not.toBe(makeSeed());
});
