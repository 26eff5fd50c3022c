import type { Calendar } from './calendar.ts';
import { dayAfter, weekdayOf, type Day } from './day.ts';
import { holidaysOf } from './holidays.ts';

const known = new WeakMap<Calendar, Map<number, ReadonlySet<Day>>>();

/** A holiday at the end of one year may move into the next. */
function daysOff(calendar: Calendar, year: number): ReadonlySet<Day> {
  const years = known.get(calendar) ?? new Map<number, ReadonlySet<Day>>();
  known.set(calendar, years);
  const before = years.get(year);
  if (before) return before;
  const days = [year - 1, year].flatMap((one) => holidaysOf(calendar, one)).map(({ date }) => date);
  const found = new Set(days);
  years.set(year, found);
  return found;
}

export function isWorkingDay(calendar: Calendar, day: Day): boolean {
  if (calendar.weekend.includes(weekdayOf(day))) return false;
  return !daysOff(calendar, Number(day.slice(0, 4))).has(day);
}

/**
 * The day on which a term of so many working days ends. The day from which it runs does not count.
 * @param days at least 0; with 0 the day itself, or the first working day after it
 */
export function addWorkingDays(calendar: Calendar, from: Day, days: number): Day {
  let day = from;
  let left = days;
  while (left > 0) {
    day = dayAfter(day);
    if (isWorkingDay(calendar, day)) left -= 1;
  }
  while (!isWorkingDay(calendar, day)) day = dayAfter(day);
  return day;
}

/** Working days after one day, up to and including another; 0 where that is not later. */
export function workingDaysBetween(calendar: Calendar, from: Day, until: Day): number {
  let count = 0;
  for (let day = dayAfter(from); day <= until; day = dayAfter(day)) {
    if (isWorkingDay(calendar, day)) count += 1;
  }
  return count;
}
