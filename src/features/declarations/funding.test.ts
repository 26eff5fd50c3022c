import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readAmount } from './funding.ts';

test('an amount is read as it is written, with its currency', () => {
  expect(readAmount('25 000 EUR')).toEqual({ amount: 2_500_000, currency: 'EUR' });
  expect(readAmount('1200000,5 all')).toEqual({ amount: 120_000_050, currency: 'ALL' });
  for (const text of ['', 'EUR', '25 000', '-5 EUR', '5.123 EUR', '1e5 EUR'])
    expect(readAmount(text)).toBeUndefined();
});

test('every whole amount comes back as it was', () => {
  fc.assert(
    fc.property(fc.nat({ max: 1_000_000_000 }), (euros) => {
      expect(readAmount(`${euros} EUR`)).toEqual({ amount: euros * 100, currency: 'EUR' });
    }),
  );
});
