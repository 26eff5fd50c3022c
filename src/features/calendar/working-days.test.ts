import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dayAfter, weekdayOf } from './day.ts';
import { holidaysOf } from './holidays.ts';
import { readCalendar } from './server/read-calendar.ts';
import { addWorkingDays, isWorkingDay, workingDaysBetween } from './working-days.ts';

const albania = readCalendar('data/calendars/al.json');

function named(year: number, name: string) {
  return holidaysOf(albania, year)
    .filter((holiday) => holiday.name.en === name)
    .map(({ date, instead }) => instead ?? date);
}

// As the Bank of Albania published them.
test.each([
  [2018, '2018-06-15', '2018-08-21'],
  [2019, '2019-06-04', '2019-08-11'],
  [2020, '2020-05-24', '2020-07-31'],
  [2021, '2021-05-13', '2021-07-20'],
  [2022, '2022-05-02', '2022-07-09'],
  [2023, '2023-04-21', '2023-06-28'],
  [2024, '2024-04-10', '2024-06-16'],
  [2025, '2025-03-30', '2025-06-06'],
])('both Bajrams of %i fall as they were declared', (year, fitr, adha) => {
  expect([named(year, 'Eid al-Fitr'), named(year, 'Eid al-Adha')]).toEqual([[fitr], [adha]]);
});

test.each([
  [2021, '2021-04-04', '2021-05-02'],
  [2024, '2024-03-31', '2024-05-05'],
  [2025, '2025-04-20', '2025-04-20'],
])('both Easters of %i', (year, western, orthodox) => {
  expect([named(year, 'Catholic Easter'), named(year, 'Orthodox Easter')]).toEqual([[western], [orthodox]]);
});

test('two holidays on one Sunday give two working days off', () => {
  expect(isWorkingDay(albania, '2025-04-21')).toBe(false);
  expect(isWorkingDay(albania, '2025-04-22')).toBe(false);
  expect(isWorkingDay(albania, '2025-04-23')).toBe(true);
});

test('a holiday on a weekend moves past the next one that is off itself', () => {
  // Both days of New Year on a weekend.
  expect(['2022-01-03', '2022-01-04'].map((day) => isWorkingDay(albania, day))).toEqual([false, false]);
  expect(isWorkingDay(albania, '2022-01-05')).toBe(true);
});

test('fifteen working days over the holidays of November and December', () => {
  // 2024: 22, 28 and 29 November are off; 8 December is a Sunday, so the 9th is.
  expect(addWorkingDays(albania, '2024-11-15', 15)).toBe('2024-12-12');
});

test('a calendar that is none is told in a sentence', () => {
  expect(() => readCalendar('package.json')).toThrow(/^CALENDAR: package\.json is not a calendar/);
  expect(() => readCalendar('no/such.json')).toThrow('CALENDAR: no/such.json cannot be read');
});

const anyDay = fc
  .date({ min: new Date('2018-01-01'), max: new Date('2040-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const anyTerm = fc.integer({ min: 0, max: 60 });

test('a term ends on a working day', () => {
  fc.assert(
    fc.property(anyDay, anyTerm, (day, days) => isWorkingDay(albania, addWorkingDays(albania, day, days))),
  );
});

test('between the day from which a term runs and its end are its working days', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 1, max: 60 }), (day, days) => {
      expect(workingDaysBetween(albania, day, addWorkingDays(albania, day, days))).toBe(days);
    }),
  );
});

test('a longer term ends later, and one that begins later never earlier', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 1, max: 60 }), (day, days) => {
      const end = addWorkingDays(albania, day, days);
      expect(addWorkingDays(albania, day, days + 1) > end).toBe(true);
      expect(addWorkingDays(albania, dayAfter(day), days) >= end).toBe(true);
    }),
  );
});

test('no weekend is a working day, and every moved holiday is off on a day that is no weekend', () => {
  fc.assert(fc.property(anyDay, (day) => weekdayOf(day) % 6 !== 0 || !isWorkingDay(albania, day)));
  for (let year = 2018; year < 2040; year += 1) {
    const moved = holidaysOf(albania, year).filter(({ instead }) => instead);
    for (const { date } of moved) expect(weekdayOf(date) % 6).not.toBe(0);
    const days = moved.map(({ date }) => date);
    expect(new Set(days).size).toBe(days.length);
  }
});
