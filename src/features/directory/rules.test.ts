import { expect, test } from 'vitest';
import { readEntry } from './entry.ts';

const id = '11111111-1111-4111-8111-111111111111';

function faultsOf(...[subject, typed]: Parameters<typeof readEntry>) {
  const read = readEntry(subject, typed);
  return 'faults' in read ? read.faults.map(({ field, key }) => [field, key]) : [];
}

test('nothing ends before it begins, and what is known of both to the year alone can be of the same year', () => {
  expect(faultsOf('membership', { since: '2024-03', until: '2024-02-28' })).toEqual([
    ['until', 'directory.fault.order'],
  ]);
  expect(faultsOf('membership', { since: '2024', until: '2024-02-28' })).toEqual([]);
  expect(faultsOf('grant_programme', { donor_id: id, name_sq: 'P', starts: '2025', ends: '2024' })).toEqual([
    ['ends', 'directory.fault.order'],
  ]);
});

test('a membership ends on a day that exists', () => {
  expect(faultsOf('membership', { until: '2024' })).toEqual([['until', 'form.fault.day']]);
  expect(faultsOf('membership', { until: '2024-02-30' })).toEqual([['until', 'form.fault.day']]);
});

test('a donor funded exactly one thing an entry', () => {
  expect(faultsOf('funded_work', { donor_id: id })).toEqual([['event_id', 'directory.fault.no-work']]);
  expect(faultsOf('funded_work', { donor_id: id, event_id: id, report_id: id })).toEqual([
    ['report_id', 'directory.fault.one-work'],
  ]);
  expect(faultsOf('funded_work', { donor_id: id, round_id: id })).toEqual([]);
});

test('a place has both its degrees or neither, with comma or point', () => {
  expect(faultsOf('administrative_unit', { name: 'Shushicë', latitude: '40,4' })).toEqual([
    ['longitude', 'directory.fault.point'],
  ]);
  expect(
    readEntry('administrative_unit', { name: 'Shushicë', longitude: '19,53412', latitude: '40.4' }),
  ).toEqual({
    entry: { name: 'Shushicë', longitude: '19.5341', latitude: '40.4' },
  });
  expect(faultsOf('administrative_unit', { name: 'Shushicë', longitude: '19', latitude: '91' })).toEqual([
    ['latitude', 'directory.fault.degrees'],
  ]);
});
