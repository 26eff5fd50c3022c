import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isOver, stateOf } from './conclusion.ts';

const plain = { dueOn: null, hasFollower: false, outcomes: [] };
const day = fc
  .date({ min: new Date('2000-01-01'), max: new Date('2099-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

describe('a conclusion', () => {
  test('that nobody has to follow up is a finding, never late', () => {
    expect(stateOf(plain, '2030-01-01')).toBe('finding');
  });

  test('is open until its day, month or year is over, and overdue from then on', () => {
    for (const [dueOn, last, first] of [
      ['2027-03-31', '2027-03-31', '2027-04-01'],
      ['2027-03', '2027-03-31', '2027-04-01'],
      ['2027', '2027-12-31', '2028-01-01'],
    ] as const) {
      expect([stateOf({ ...plain, dueOn }, last), stateOf({ ...plain, dueOn }, first)]).toEqual([
        'open',
        'overdue',
      ]);
    }
  });

  test('with something that came of it, or somebody who follows it up, is open without a date', () => {
    expect(stateOf({ ...plain, hasFollower: true }, '2030-01-01')).toBe('open');
    expect(stateOf({ ...plain, outcomes: [{ completes: false }] }, '2030-01-01')).toBe('open');
  });

  test('is done for good once an outcome completes it, whenever it was due', () => {
    fc.assert(
      fc.property(day, day, fc.array(fc.boolean()), (dueOn, today, before) => {
        const outcomes = [...before, true].map((completes) => ({ completes }));
        expect(stateOf({ dueOn, hasFollower: true, outcomes }, today)).toBe('done');
      }),
    );
  });

  test('once late stays late as days go by', () => {
    fc.assert(
      fc.property(day, day, day, fc.constantFrom(4, 7, 10), (date, a, b, length) => {
        const [earlier = a, later = b] = [a, b].toSorted();
        const due = date.slice(0, length);
        if (isOver(due, earlier)) expect(isOver(due, later)).toBe(true);
      }),
    );
  });
});
