import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dueStateOf, lastDayOf, midTermOf, type Reached } from './due.ts';

const mandate = { starts: '2023', ends: '2027' };

test('a date known to the year or the month lasts until its last day', () => {
  expect(['2026', '2026-02', '2024-02', '2026-12', '2026-03-09'].map(lastDayOf)).toEqual([
    '2026-12-31',
    '2026-02-28',
    '2024-02-29',
    '2026-12-31',
    '2026-03-09',
  ]);
});

test('mid-term is the middle of the mandate, however exactly its ends are known', () => {
  expect(midTermOf(mandate)).toBe('2025-07-01');
  expect(midTermOf({ starts: '2023-05', ends: '2027-05' })).toBe('2025-05-15');
});

describe('a component', () => {
  const state = (due: string | null, reached: Reached | null, today: string) =>
    dueStateOf({ due, reached }, mandate, today);

  test('is overdue from the day after its date, unless it is complete', () => {
    expect(state('2024-06', 'less', '2024-06-30')).toBeNull();
    expect(state('2024-06', 'less', '2024-07-01')).toBe('overdue');
    expect(state('2024-06', 'partial', '2024-07-01')).toBe('overdue');
    expect(state('2024-06', 'unknown', '2024-07-01')).toBe('overdue');
    expect(state('2024-06', 'complete', '2024-07-01')).toBeNull();
  });

  test('is at risk from mid-term on, where its date is near and nothing is there to use', () => {
    expect(state('2026-06', 'less', '2025-06-30')).toBeNull();
    expect(state('2026-06', 'less', '2025-07-01')).toBe('at-risk');
    expect(state('2026-06', 'partial', '2025-07-02')).toBeNull();
    expect(state('2026-06', 'unknown', '2025-07-02')).toBeNull();
    expect(state('2026-08', 'less', '2025-07-02')).toBeNull();
  });

  test('without a date of its own is due with the mandate', () => {
    expect(state(null, 'less', '2026-12-30')).toBeNull();
    expect(state(null, 'less', '2026-12-31')).toBe('at-risk');
    expect(state(null, 'less', '2028-01-01')).toBe('overdue');
  });

  test('that was never coded, or cannot be, is neither', () => {
    expect(state('2024', null, '2026-01-01')).toBeNull();
    expect(state('2024', 'not-assessable', '2026-01-01')).toBeNull();
  });
});

const day = fc
  .integer({ min: 0, max: 3000 })
  .map((n) => new Date(Date.UTC(2022, 0, 1 + n)).toISOString().slice(0, 10));
const reachedBy = fc.constantFrom<Reached>('less', 'partial', 'unknown', 'complete', 'not-assessable');

test('what is overdue stays overdue with every day, until it is complete', () => {
  fc.assert(
    fc.property(day, reachedBy, day, day, (due, reached, one, other) => {
      const [earlier, later] = one < other ? [one, other] : [other, one];
      if (dueStateOf({ due, reached }, mandate, earlier) === 'overdue')
        expect(dueStateOf({ due, reached }, mandate, later)).toBe('overdue');
      expect(dueStateOf({ due, reached: 'complete' }, mandate, later)).toBeNull();
    }),
  );
});

test('getting farther never makes a component later, and nothing is at risk before mid-term', () => {
  fc.assert(
    fc.property(day, day, (due, today) => {
      const less = dueStateOf({ due, reached: 'less' }, mandate, today);
      const partial = dueStateOf({ due, reached: 'partial' }, mandate, today);
      if (less === null) expect(partial).toBeNull();
      if (partial === 'overdue') expect(less).toBe('overdue');
      if (less === 'at-risk') expect(today >= midTermOf(mandate)).toBe(true);
    }),
  );
});
