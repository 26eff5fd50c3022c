import { expect, test } from 'vitest';
import { yearsOf } from './years.ts';

test('the years go from the first band to the last day that any is known to have lasted, without a gap', () => {
  const years = yearsOf(
    [
      { starts: '2019-11-26', ends: '2019-11-26', endsIs: 'known' },
      { starts: '2022-03', ends: null, endsIs: 'ongoing' },
    ],
    '2023-05-01',
  );
  expect(years.map(({ key }) => key)).toEqual(['2019', '2020', '2021', '2022', '2023']);
  expect(yearsOf([], '2023-05-01')).toEqual([]);
});
