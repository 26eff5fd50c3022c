const zone = 'Europe/Tirane';
const hour = 60 * 60 * 1000;

const parts = new Intl.DateTimeFormat('sv-SE', {
  timeZone: zone,
  dateStyle: 'short',
  timeStyle: 'short',
});

/** Day and time of day of an instant, as clocks in the country show it. */
export function localTime(instant: Date): { day: string; time: string } {
  const [day = '', time = ''] = parts.format(instant).split(' ');
  return { day, time };
}

/**
 * The instant at which clocks in the country show a day and time, in summer or winter time; of a time that they show twice in
 * autumn, the first; of one that they leave out in spring, an hour later.
 */
export function instantOf(day: string, time: string): Date {
  const asUtc = Date.parse(`${day}T${time}:00Z`);
  for (const ahead of [2, 1]) {
    const at = new Date(asUtc - ahead * hour);
    const shown = localTime(at);
    if (shown.day === day && shown.time === time) return at;
  }
  return new Date(asUtc - hour);
}
