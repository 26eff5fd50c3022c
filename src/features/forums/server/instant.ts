import { dayOf } from '#server/cache/day.ts';

const clock = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/Tirane',
  hour: '2-digit',
  minute: '2-digit',
  hourCycle: 'h23',
});

/** Day and time of day of an instant, in Albania. */
export function clockOf(instant: Date): { day: string; time: string } {
  return { day: dayOf(instant), time: clock.format(instant) };
}
