const minute = 60_000;
const day = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Tirane', dateStyle: 'short' });

let knownMinute = Number.NaN;
let knownDay = '';

/** The calendar day in Albania. Days change on a full minute, so one that was written out serves for its minute. */
export function dayOf(now: Date): string {
  const at = Math.floor(now.getTime() / minute);
  if (at !== knownMinute) {
    knownMinute = at;
    knownDay = day.format(now);
  }
  return knownDay;
}
