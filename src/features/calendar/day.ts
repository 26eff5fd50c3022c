/** Days are texts YYYY-MM-DD; reckoned with in UTC, where none has 23 hours. */
export type Day = string;

const milliseconds = 24 * 60 * 60 * 1000;

export function dayAfter(day: Day, days = 1): Day {
  return new Date(Date.parse(day) + days * milliseconds).toISOString().slice(0, 10);
}

/** 0 for Sunday. */
export function weekdayOf(day: Day): number {
  return new Date(Date.parse(day)).getUTCDay();
}

export function dayOfYear(year: number, month: number, day: number): Day {
  return new Date(Date.UTC(year, month - 1, day)).toISOString().slice(0, 10);
}
