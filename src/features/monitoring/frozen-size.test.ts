import { expect, test } from 'vitest';
import { combineSizes, wholeOf, type FrozenSize } from './frozen-size.ts';

const unknown: FrozenSize = { count: null, is: null };

test('the size of several contracts is exact only where each is', () => {
  const fier = { size: { count: 5, is: 'exact' }, inRecord: 5 } as const;
  const korce = { size: { count: 6, is: 'exact' }, inRecord: 2 } as const;
  const kamez = { size: { count: 9, is: 'at-least' }, inRecord: 4 } as const;
  const vlore = { size: unknown, inRecord: 2 };
  expect(combineSizes([fier, korce])).toEqual({ count: 11, is: 'exact' });
  expect(combineSizes([fier, kamez])).toEqual({ count: 14, is: 'at-least' });
  expect(combineSizes([fier, kamez, vlore])).toEqual({ count: 16, is: 'at-least' });
  expect(combineSizes([vlore, vlore])).toEqual(unknown);
  expect(combineSizes([])).toEqual(unknown);
});

test('a contract holds at least the rows in the record, and what is not known is said so', () => {
  expect(wholeOf({ count: 9, is: 'at-least' }, 4)).toEqual({ count: 9, is: 'at-least' });
  expect(wholeOf(unknown, 4)).toEqual({ count: 4, is: 'unknown' });
  expect(wholeOf({ count: 3, is: 'exact' }, 4)).toEqual({ count: 4, is: 'at-least' });
});
