import { dayAfter } from '#features/calendar/day.ts';
import { dayOf } from '#server/cache/day.ts';

const hour = 60 * 60 * 1000;

/** The instant at which a calendar day ends in the country, whichever time it keeps then. */
export function endOfDay(day: string): Date {
  const next = dayAfter(day);
  const midnight = Date.parse(`${next}T00:00:00Z`);
  for (let hours = 3; hours > 0; hours -= 1) {
    const at = new Date(midnight - hours * hour);
    if (dayOf(at) === next) return at;
  }
  return new Date(midnight);
}
