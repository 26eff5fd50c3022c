export const repeats = ['once', 'weekly', 'monthly'] as const;
export type Repeat = (typeof repeats)[number];

const milliseconds = 86_400_000;

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * milliseconds).toISOString().slice(0, 10);
}

export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / milliseconds);
}

/** The same day of the month, some months on; the last day of a month that is too short. */
export function addMonths(day: string, months: number): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const last = new Date(Date.UTC(year, month + months, 0)).getUTCDate();
  return new Date(Date.UTC(year, month - 1 + months, Math.min(date, last))).toISOString().slice(0, 10);
}

/** The days on which the events of a series begin. */
export function daysOf(first: string, repeat: Repeat, times: number): string[] {
  if (repeat === 'once') return [first];
  return Array.from({ length: times }, (_, index) =>
    repeat === 'weekly' ? addDays(first, 7 * index) : addMonths(first, index),
  );
}
