import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readCalendar } from '#features/calendar/server/read-calendar.ts';
import { dayAfter } from '#features/calendar/day.ts';
import { isWorkingDay, workingDaysBetween } from '#features/calendar/working-days.ts';
import { readInformationLaw } from '../server/requests/read-law.ts';
import { complaintUntil, daysLate, dueAfter, dueExtended, stateOf, type RequestDates } from './request.ts';

const calendar = readCalendar('data/calendars/al.json');
const law = readInformationLaw('data/information-laws/al.json');

const anyDay = fc
  .date({ min: new Date('2018-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));

function asked(given: Partial<RequestDates> = {}): RequestDates {
  return { askedOn: '2026-11-02', dueOn: '2026-11-16', answeredOn: null, outcome: 'open', ...given };
}

test('the town hall has ten working days from the day after the request was handed in', () => {
  expect(dueAfter(calendar, law, '2026-11-02')).toBe('2026-11-16');
  // 28 November 2025 is a Friday and off; 29 November is a Saturday, so Monday, 1 December, is off too.
  expect(dueAfter(calendar, law, '2025-11-24')).toBe('2025-12-11');
});

test('a deadline is a working day, with as many working days before it as the law says', () => {
  fc.assert(
    fc.property(anyDay, (day) => {
      const due = dueAfter(calendar, law, day);
      return isWorkingDay(calendar, due) && workingDaysBetween(calendar, day, due) === law.answer.days;
    }),
  );
});

test('it is made longer by no more than the law lets it', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 1, max: 1000 }), (day, days) => {
      const due = dueAfter(calendar, law, day);
      const longer = workingDaysBetween(calendar, due, dueExtended(calendar, law, due, days));
      return longer === Math.min(days, 5);
    }),
  );
});

test('a request is late from the day after its deadline, and only while nothing has come', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -400, max: 400 }), (dueOn, days) => {
      const today = dayAfter(dueOn, days);
      expect(stateOf(asked({ dueOn }), today)).toBe(days > 0 ? 'late' : 'waiting');
      expect(stateOf(asked({ dueOn, outcome: 'answered', answeredOn: today }), today)).toBe('answered');
    }),
  );
  expect(stateOf(asked({ askedOn: null, dueOn: null }), '2026-11-26')).toBe('not-sent');
});

test('an answer after the deadline is so many working days late, one before it none', () => {
  const today = '2027-01-15';
  expect(daysLate(calendar, asked({ outcome: 'answered', answeredOn: '2026-11-16' }), today)).toBe(0);
  expect(daysLate(calendar, asked({ outcome: 'answered', answeredOn: '2026-11-19' }), today)).toBe(3);
  expect(daysLate(calendar, asked({ outcome: 'silent' }), today)).toBe(0);
});

test('one that has not come is late by the working days until today', () => {
  expect(daysLate(calendar, asked(), '2026-11-16')).toBe(0);
  expect(daysLate(calendar, asked(), '2026-11-19')).toBe(3);
});

test('one can complain for thirty working days about a refusal or silence, never about an answer', () => {
  const today = '2026-11-26';
  const until = (dates: RequestDates) => complaintUntil(calendar, law, dates, today);
  const refused = until(asked({ outcome: 'refused', answeredOn: '2026-11-10' }));
  expect(workingDaysBetween(calendar, '2026-11-10', refused ?? '')).toBe(30);
  expect(until(asked({ outcome: 'silent' }))).toBe(until(asked()));
  expect(workingDaysBetween(calendar, '2026-11-16', until(asked()) ?? '')).toBe(30);
  expect(until(asked({ outcome: 'answered', answeredOn: '2026-11-20' }))).toBeUndefined();
  expect(complaintUntil(calendar, law, asked(), '2026-11-10')).toBeUndefined();
});

test('a law that is none is told in a sentence', () => {
  expect(() => readInformationLaw('package.json')).toThrow(
    /^INFORMATION_LAW: package\.json is not a law on information/,
  );
  expect(() => readInformationLaw('no/such.json')).toThrow('INFORMATION_LAW: no/such.json cannot be read');
});
