import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dimensions, levels, readScores, type Scores } from './dimensions.ts';
import { pointOn, polygonOf } from './radar.ts';
import { countedTogether, fewestHidden, fewestMembers, spreadOf } from './spread.ts';

const level = fc.constantFrom(...levels);
const scores: fc.Arbitrary<Scores> = fc.record({
  listening: level,
  compiling: level,
  monitoring: level,
  communication: level,
  finance: level,
  inclusion: level,
});

test('the spread of fewer than five members is not shown, and of more it lies among what they said', () => {
  fc.assert(
    fc.property(fc.array(scores, { maxLength: 12 }), (all) => {
      const spread = spreadOf(all);
      expect(spread === undefined).toBe(all.length < fewestMembers);
      for (const { dimension, least, median, most } of spread ?? []) {
        const values = all.map((one) => one[dimension]);
        expect([least, most]).toEqual([Math.min(...values), Math.max(...values)]);
        expect(values.filter((value) => value <= median).length * 2).toBeGreaterThanOrEqual(values.length);
        expect(values.filter((value) => value >= median).length * 2).toBeGreaterThanOrEqual(values.length);
      }
    }),
  );
});

test('who does not show it in public is counted among at least three such, or not at all', () => {
  fc.assert(
    fc.property(fc.array(fc.record({ isPublic: fc.boolean() }), { maxLength: 12 }), (all) => {
      const counted = countedTogether(all);
      const hidden = counted.filter(({ isPublic }) => !isPublic).length;
      expect(hidden === 0 || hidden >= fewestHidden).toBe(true);
      expect(counted.length - hidden).toBe(all.filter(({ isPublic }) => isPublic).length);
    }),
  );
});

test('scores are read whole or not at all', () => {
  fc.assert(
    fc.property(scores, fc.constantFrom(...dimensions), (whole, missing) => {
      expect(readScores({ ...whole })).toEqual(whole);
      expect(readScores({ ...whole, [missing]: 6 })).toBeUndefined();
    }),
  );
});

test('a radar begins at the top and no point lies outside of it', () => {
  expect(pointOn(0, 6, 5, 5, 100)).toEqual({ x: 0, y: -100 });
  fc.assert(
    fc.property(fc.array(level, { minLength: 3, maxLength: 8 }), (values) => {
      for (const point of polygonOf(values, 5, 100).split(' ')) {
        const [x = 0, y = 0] = point.split(',').map(Number);
        expect(Math.hypot(x, y)).toBeLessThanOrEqual(100.2);
      }
    }),
  );
});
