import { easter, orthodoxEaster } from 'date-easter';
import type { Calendar, HolidayRule } from './calendar.ts';
import { dayAfter, dayOfYear, weekdayOf, type Day } from './day.ts';

export interface Holiday {
  date: Day;
  name: { sq: string; en: string };
  /** The day on which it falls, where another is off for it. */
  instead?: Day;
}

/** As computed for Saudi Arabia, which is how Albania's days of Bajram have fallen since 2018. */
const islamic = new Intl.DateTimeFormat('en-u-ca-islamic-umalqura', {
  month: 'numeric',
  day: 'numeric',
  timeZone: 'UTC',
});

/** Islamic years are shorter: some days come twice in one of ours. */
function islamicDays(year: number, month: number, day: number): Day[] {
  const found: Day[] = [];
  const wanted = `${month}/${day}`;
  for (let at = dayOfYear(year, 1, 1); at.startsWith(String(year)); at = dayAfter(at)) {
    if (islamic.format(Date.parse(at)) === wanted) found.push(at);
  }
  return found;
}

function daysOf(rule: HolidayRule, year: number): Day[] {
  switch (rule.kind) {
    case 'fixed':
      return [dayOfYear(year, rule.month, rule.day)];
    case 'easter': {
      const sunday = rule.church === 'western' ? easter(year) : orthodoxEaster(year);
      return [dayAfter(dayOfYear(sunday.year, sunday.month, sunday.day), rule.after ?? 0)];
    }
    case 'islamic':
      return islamicDays(year, rule.month, rule.day);
  }
}

function fallingIn(calendar: Calendar, year: number): Holiday[] {
  const ruled = calendar.holidays
    .filter(({ from, until }) => (from ?? year) <= year && (until ?? year) >= year)
    .flatMap(({ name, rule }) => daysOf(rule, year).map((date) => ({ date, name })));
  return ruled
    .filter(({ date }) => !calendar.except.includes(date))
    .toSorted((one, other) => one.date.localeCompare(other.date));
}

/**
 * The days off of a year beside weekends, in order. Where the calendar moves what falls on a weekend, each such holiday gives
 * a working day of its own, also two that fall on the same day.
 */
export function holidaysOf(calendar: Calendar, year: number): Holiday[] {
  const falling = fallingIn(calendar, year);
  const isWeekend = (day: Day) => calendar.weekend.includes(weekdayOf(day));
  const taken = new Set(falling.map(({ date }) => date));
  const moved = falling.map((holiday) => {
    if (calendar.holidaysOnWeekends === 'not-moved' || !isWeekend(holiday.date)) return holiday;
    let day = holiday.date;
    while (isWeekend(day) || taken.has(day)) day = dayAfter(day);
    taken.add(day);
    return { date: day, name: holiday.name, instead: holiday.date };
  });
  const extra = calendar.extra.filter(({ date }) => date.startsWith(`${year}-`));
  return [...moved, ...extra].toSorted((one, other) => one.date.localeCompare(other.date));
}
