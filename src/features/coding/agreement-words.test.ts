import fc from 'fast-check';
import { expect, test } from 'vitest';
import { coefficient, shareAgreed } from './agreement-words.ts';

test('a coefficient has three decimals, and is never rounded up over a bound', () => {
  expect(coefficient(0.79999, 'en')).toBe('0.799');
  expect(coefficient(0.8, 'en')).toBe('0.800');
  expect(coefficient(0.29, 'en')).toBe('0.290');
  expect(coefficient(-0.1005, 'en')).toBe('-0.101');
  expect(coefficient(0.815, 'sq')).toBe('0,815');
});

test('a share of fewer than fifty has no decimals, and only full agreement is 100 per cent of few', () => {
  expect(shareAgreed({ units: 3, agreed: 2 })).toBe(67);
  expect(shareAgreed({ units: 300, agreed: 200 })).toBe(66.7);
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 49 }), fc.nat({ max: 49 }), (units, part) => {
      const agreed = Math.min(units, part);
      expect(shareAgreed({ units, agreed }) === 100).toBe(agreed === units);
    }),
  );
});
