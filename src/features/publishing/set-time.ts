/** What a clock shows in a time zone at an instant, as if it were UTC. */
function shownAt(instant: Date, timeZone: string): number {
  const parts = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
  }).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((one) => one.type === type)?.value);
  return Date.UTC(part('year'), part('month') - 1, part('day'), part('hour'), part('minute'));
}

/**
 * The instant at which clocks in a time zone show this day and time. Of an hour that comes twice, in autumn, the second; of one
 * that never comes, in spring, the one after it.
 */
export function instantAt(day: string, time: string, timeZone = 'Europe/Tirane'): Date {
  const wanted = Date.parse(`${day}T${time}:00Z`);
  const offset = shownAt(new Date(wanted), timeZone) - wanted;
  const near = new Date(wanted - offset);
  // Where the clocks change between the two, the offset there is another one.
  return new Date(near.getTime() - (shownAt(near, timeZone) - wanted));
}
