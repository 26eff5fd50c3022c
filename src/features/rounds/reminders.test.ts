import fc from 'fast-check';
import { expect, test } from 'vitest';
import { daysUntil, reminderDue, remindedFor, remindersOf } from './reminders.ts';

const schedule = [7, 1, -1, -7];

test.each([
  [8, undefined],
  [7, 7],
  [5, 7],
  [1, 1],
  [0, 1],
  [-1, -1],
  [-6, -1],
  [-7, -7],
  [-13, -7],
  [-14, undefined],
])('%i days before a deadline the reminder of %s days is due', (days, expected) => {
  expect(reminderDue(days, schedule)).toBe(expected);
});

test('in a run a day each reminder comes up once, in its order, whatever the schedule', () => {
  const any = fc.uniqueArray(fc.integer({ min: -30, max: 30 }), { maxLength: 6 });
  fc.assert(
    fc.property(any, (days) => {
      const seen: number[] = [];
      for (let before = 60; before > -60; before -= 1) {
        const due = reminderDue(before, days);
        if (due !== undefined && seen.at(-1) !== due) seen.push(due);
      }
      expect(seen).toEqual(days.toSorted((a, b) => b - a));
    }),
  );
});

test('days are counted across a change of the clock', () => {
  expect(daysUntil('2028-04-01', '2028-03-20')).toBe(12);
  expect(daysUntil('2028-03-20', '2028-04-01')).toBe(-12);
});

test('nobody is reminded of what is done', () => {
  const days = {
    evidence: '2028-09-15',
    coding: '2028-09-16',
    reply: '2028-11-01',
    publication: '2028-11-15',
  };
  const told = (stage: 'evidence' | 'coding' | 'published') =>
    remindersOf(stage, days, '2028-09-15', schedule).map(({ deadline }) => deadline);
  expect(told('evidence')).toEqual(['evidence', 'coding']);
  expect(told('coding')).toEqual(['coding']);
  expect(told('published')).toEqual([]);
});

test('evidence is the monitors’, codes are the coders’ once coding is open, the rest is the editors’', () => {
  expect(remindedFor('evidence', 'evidence')).toBe('monitors');
  expect(remindedFor('coding', 'coding')).toBe('coders');
  expect(remindedFor('coding', 'evidence')).toBe('editors');
  expect(remindedFor('coding', 'adjudication')).toBe('editors');
  expect(remindedFor('reply', 'settled')).toBe('editors');
});
