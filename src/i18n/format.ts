import type { Language } from './languages.ts';

/** A date known to the year, month or day: '2021', '2021-07', '2021-07-14'. */
export type PartialDate = string;

export interface Formats {
  number: (value: number) => string;
  /** A share of 0..100 in whole percent: '25 %' / '25%'. */
  percent: (value: number) => string;
  date: (value: PartialDate) => string;
  /** A whole date with the day of the week. */
  weekday: (value: string) => string;
  dateTime: (value: Date) => string;
  compare: (a: string, b: string) => number;
  list: (items: readonly string[]) => string;
}

const timeZone = 'Europe/Tirane';
const cache = new Map<Language, Formats>();

/** Numbers, dates and order of words as the readers of one language write them. */
export function formatsFor(language: Language): Formats {
  const known = cache.get(language);
  if (known) return known;
  const locale = language === 'en' ? 'en-GB' : language;
  const number = new Intl.NumberFormat(locale);
  const percent = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'long', timeZone: 'UTC' });
  const full = new Intl.DateTimeFormat(locale, { dateStyle: 'full', timeZone: 'UTC' });
  const month = new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone: 'UTC' });
  // `sq` clocks default to twelve hours in ICU; Albania writes twenty-four.
  const instant = new Intl.DateTimeFormat(locale, {
    dateStyle: 'long',
    timeStyle: 'short',
    hourCycle: 'h23',
    timeZone,
  });
  const collator = new Intl.Collator(locale, { numeric: true });
  const list = new Intl.ListFormat(locale);
  const formats: Formats = {
    number: (value) => number.format(value),
    percent: (value) => percent.format(value / 100),
    date: (value) => {
      const [year = '', monthOfYear, dayOfMonth] = value.split('-');
      if (!monthOfYear) return year;
      const at = new Date(Date.UTC(Number(year), Number(monthOfYear) - 1, Number(dayOfMonth ?? 1)));
      return (dayOfMonth ? day : month).format(at);
    },
    weekday: (value) => full.format(new Date(`${value}T00:00:00Z`)),
    // 'në 13:00' is ICU's; Albanian says 'ora 13:00'.
    dateTime: (value) => instant.format(value).replace(' në ', ', ora '),
    compare: (a, b) => collator.compare(a, b),
    list: (items) => list.format(items),
  };
  cache.set(language, formats);
  return formats;
}
