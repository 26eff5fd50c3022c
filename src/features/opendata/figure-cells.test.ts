import { expect, test } from 'vitest';
import { computeFigures, noCounts } from '#features/monitoring/figures.ts';
import { figureCells, figureColumns } from './figure-cells.ts';

test('each figure stands under its own name', () => {
  const counts = {
    ...noCounts,
    fully: 10,
    partly: 20,
    not: 7,
    noData: 4,
    notAssessable: 3,
    notAssessed: 5,
    contested: 2,
  };
  const cells = figureCells(computeFigures(counts, { count: 53, is: 'exact' }));
  expect(Object.fromEntries(figureColumns.map(({ name }, index) => [name, cells[index]]))).toEqual({
    fully: '10',
    partly: '20',
    not_addressed: '7',
    no_data: '4',
    not_assessable: '3',
    not_assessed: '5',
    contested: '2',
    priorities: '53',
    priorities_is: 'exact',
    not_in_record: '4',
    read: '44',
    denominator: '50',
    missing: '9',
    basis: 'readable',
    comparable: 'false',
    share_fully: '20',
    share_partly: '40',
    share_not_addressed: '14',
    share_no_data: '8',
    share_missing: '18',
    fully_addressed: '10',
    fully_addressed_share: '20',
    fully_addressed_low: '8',
    fully_addressed_high: '25',
    fully_addressed_low_share: '16',
    fully_addressed_high_share: '50',
    at_least_partly_addressed: '30',
    at_least_partly_addressed_share: '60',
    at_least_partly_addressed_low: '28',
    at_least_partly_addressed_high: '45',
    at_least_partly_addressed_low_share: '56',
    at_least_partly_addressed_high_share: '90',
  });
});

test('where nothing has a status, shares are empty and counts are 0', () => {
  const cells = figureCells(computeFigures({ ...noCounts, notAssessed: 4 }, { count: null, is: null }));
  const named = Object.fromEntries(figureColumns.map(({ name }, index) => [name, cells[index]]));
  expect(named).toMatchObject({ fully: '0', missing: '4', basis: 'none', share_fully: null });
});
