import fc from 'fast-check';
import { expect, test } from 'vitest';
import { piecesOf, stepOf } from './share.ts';

test('pieces follow each other without gaps and fill the whole', () => {
  fc.assert(
    fc.property(fc.array(fc.nat(500), { minLength: 1, maxLength: 6 }), (numbers) => {
      const pieces = piecesOf(numbers.map((count) => ({ status: 'partly', count })));
      fc.pre(pieces.length > 0);
      pieces.reduce((end, piece) => {
        expect(piece.from).toBeCloseTo(end, 6);
        expect(piece.size).toBeGreaterThan(0);
        return piece.from + piece.size;
      }, 0);
      const last = pieces.at(-1);
      expect((last?.from ?? 0) + (last?.size ?? 0)).toBeCloseTo(100, 6);
    }),
  );
});

test('a whole of nothing has no pieces', () => {
  expect(piecesOf([{ status: 'fully', count: 0 }])).toEqual([]);
});

test('the steps of tint grow with the share', () => {
  expect([0, 20, 21, 40, 60, 61, 80, 81, 100].map(stepOf)).toEqual([1, 1, 2, 2, 3, 4, 4, 5, 5]);
});
