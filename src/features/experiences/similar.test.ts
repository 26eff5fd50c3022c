import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { least, rankSimilar, scoreOf, telling, type Candidate } from './similar.ts';

const own = { key: 'fier-2023-1', municipalityKey: 'fier', fieldKey: 'social' };
const candidate = (given: Partial<Candidate>): Candidate => ({
  key: 'vlore-2023-1',
  municipalityKey: 'vlore',
  fieldKey: 'social',
  mandate: '2023-2027',
  alike: { sq: 0.5, en: 0 },
  ...given,
});

describe('what is similar', () => {
  test('the language in which two are more alike counts', () => {
    expect(scoreOf({ alike: { sq: 0.1, en: 0.6 } })).toBe(0.6);
  });

  test('in another field it takes more to be similar', () => {
    const alike = { sq: (least.sameField + least.otherField) / 2, en: 0 };
    const found = rankSimilar(own, [
      candidate({ key: 'a', alike }),
      candidate({ key: 'b', municipalityKey: 'puke', fieldKey: 'economy', alike }),
    ]);
    expect(found.map(({ key }) => key)).toEqual(['a']);
  });

  test('of one municipality and mandate the most alike stands for the others', () => {
    const found = rankSimilar(own, [
      candidate({ key: 'a', alike: { sq: 0.4, en: 0 } }),
      candidate({ key: 'b', alike: { sq: 0.7, en: 0 } }),
      candidate({ key: 'c', mandate: '2019-2023' }),
    ]);
    expect(found.map(({ key }) => key)).toEqual(['b', 'c']);
  });
});

const share = fc.integer({ min: 0, max: 100 }).map((percent) => percent / 100);
const any = fc.record({
  key: fc.string({ minLength: 1, maxLength: 5 }),
  municipalityKey: fc.constantFrom('fier', 'vlore', 'puke', 'kukes'),
  fieldKey: fc.constantFrom('social', 'economy'),
  mandate: fc.constantFrom('2019-2023', '2023-2027'),
  alike: fc.record({ sq: share, en: share }),
});

test('none of the own municipality, none less alike than asked, each place once a mandate, and in order', () => {
  fc.assert(
    fc.property(fc.array(any, { maxLength: 40 }), (candidates) => {
      const found = rankSimilar(own, candidates);
      const places = found.map(({ municipalityKey, mandate }) => `${municipalityKey} ${mandate}`);
      expect(new Set(places).size).toBe(places.length);
      for (const [index, one] of found.entries()) {
        expect(one.municipalityKey).not.toBe('fier');
        expect(scoreOf(one)).toBeGreaterThanOrEqual(
          one.fieldKey === 'social' ? least.sameField : least.otherField,
        );
        expect(scoreOf(one)).toBeLessThanOrEqual(scoreOf(found[index - 1] ?? { alike: { sq: 1, en: 1 } }));
        const rivals = candidates.filter(
          ({ municipalityKey, mandate, fieldKey }) =>
            municipalityKey === one.municipalityKey && mandate === one.mandate && fieldKey === one.fieldKey,
        );
        expect(Math.max(...rivals.map(scoreOf))).toBe(scoreOf(one));
      }
    }),
  );
});

test('whatever order candidates come in, the same is found', () => {
  fc.assert(
    fc.property(fc.uniqueArray(any, { selector: ({ key }) => key, maxLength: 20 }), (candidates) => {
      expect(rankSimilar(own, candidates.toReversed())).toEqual(rankSimilar(own, candidates));
    }),
  );
});

describe('the words to look for', () => {
  test('rare ones first, those that nobody else has left out, and no more than can be read', () => {
    const words = [
      { word: 'rruga', occurrences: 1400 },
      { word: 'ndricimi', occurrences: 90 },
      { word: 'kerkove', occurrences: 1 },
      { word: 'nje', occurrences: 2 },
      { word: 'shkolla', occurrences: 300 },
    ];
    expect(telling(words)).toEqual(['ndricimi', 'shkolla']);
    expect(telling([{ word: 'rruga', occurrences: 90_000 }])).toEqual(['rruga']);
    expect(telling([])).toEqual([]);
  });
});
