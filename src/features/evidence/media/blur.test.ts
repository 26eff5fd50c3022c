import fc from 'fast-check';
import { expect, test } from 'vitest';
import { blurSchema, fieldsOfRegions, mostRegions, readRegions, type BlurRegion } from './blur.ts';

const anyRegion: fc.Arbitrary<BlurRegion> = fc
  .tuple(fc.integer({ min: 0, max: 9999 }), fc.integer({ min: 0, max: 9999 }))
  .chain(([x, y]) =>
    fc.record({
      x: fc.constant(x),
      y: fc.constant(y),
      width: fc.integer({ min: 1, max: 10_000 - x }),
      height: fc.integer({ min: 1, max: 10_000 - y }),
    }),
  );

test('what a form shows of regions it gives back', () => {
  fc.assert(
    fc.property(fc.array(anyRegion, { maxLength: mostRegions }), (regions) => {
      const form = blurSchema.parse({ version: '1', ...fieldsOfRegions(regions) });
      expect(readRegions(form)).toEqual({ kind: 'read', regions });
    }),
  );
});

test('percentages can be typed with a comma, and reach no further than the picture', () => {
  const form = blurSchema.parse({ version: '1', x3: '90', y3: '12,5', width3: '50', height3: '10' });
  const region = { x: 9000, y: 1250, width: 1000, height: 1000 };
  expect(readRegions(form)).toEqual({ kind: 'read', regions: [region] });
});

test.each([
  [{ x1: '10', y1: '10', width1: '10' }, 'height1'],
  [{ y2: '10' }, 'x2'],
  [{ x1: '1', y1: '1', width1: '0', height1: '5' }, 'width1'],
  [{ x1: '1', y1: '100', width1: '5', height1: '5' }, 'height1'],
])('%j is no rectangle, which is told at %s', (typed, field) => {
  expect(readRegions(blurSchema.parse({ version: '1', ...typed }))).toEqual({ kind: 'half', field });
});

test.each(['-1', '101', 'left', '1e1'])('%s is no percentage', (typed) => {
  expect(blurSchema.safeParse({ version: '1', x1: typed }).success).toBe(false);
});
