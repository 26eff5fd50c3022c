import type { App } from '#server/app.ts';
import { dayOf } from '#server/cache/day.ts';

/** The day of the invented election. */
export const electionOn = '2027-05-09';

/** The work stands before the election, however late the demonstration is started for the first time. */
const latest = '2027-04-15';

/** The day from which the days of the demonstration's work are counted. */
export function firstDayOf(now: Date): string {
  const today = dayOf(now);
  return today < latest ? today : latest;
}

/** A day so many days after another, before it where negative. */
export function dayAfter(first: string, days: number): string {
  const at = new Date(`${first}T12:00:00Z`);
  at.setUTCDate(at.getUTCDate() + days);
  return at.toISOString().slice(0, 10);
}

/** The app as it would be on a day, so that what happened then carries its date. */
export function appOn(app: App, day: string, time = '12:00'): App {
  const at = new Date(`${day}T${time}:00Z`);
  return { ...app, clock: () => at };
}
