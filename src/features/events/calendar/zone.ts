import { fold } from './lines.ts';

export interface Zone {
  /** Name in the IANA database: 'Europe/Tirane'. */
  name: string;
  /** The years that it has to hold for. */
  from: number;
  to: number;
}

interface Change {
  /** As the clock showed before it changed: '20200329T020000'. */
  at: string;
  before: number;
  after: number;
}

const hour = 3_600_000;

const clocks = new Map<string, Intl.DateTimeFormat>();

/** What a zone's clocks show; making one costs more than all that is asked of it. */
function clockOf(zone: string): Intl.DateTimeFormat {
  const known = clocks.get(zone);
  if (known) return known;
  const made = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  clocks.set(zone, made);
  return made;
}

/** How many minutes a zone's clocks are ahead of UTC at an instant. */
export function offsetAt(instant: Date, zone: string): number {
  const parts = clockOf(zone).formatToParts(instant);
  const part = (type: Intl.DateTimeFormatPartTypes) => Number(parts.find((one) => one.type === type)?.value);
  const shown = Date.UTC(
    part('year'),
    part('month') - 1,
    part('day'),
    part('hour'),
    part('minute'),
    part('second'),
  );
  return Math.round((shown - instant.getTime()) / 60_000);
}

/** When the clocks of a zone changed in some years, as the runtime's own data says. */
function changesOf({ name, from, to }: Zone): Change[] {
  const found: Change[] = [];
  const end = Date.UTC(to + 1, 0, 1);
  let at = Date.UTC(from, 0, 1);
  let before = offsetAt(new Date(at), name);
  while (at < end) {
    const next = Math.min(at + 7 * 24 * hour, end);
    const after = offsetAt(new Date(next), name);
    if (after !== before) found.push(changeBetween(at, next, { name, before, after }));
    at = next;
    before = after;
  }
  return found;
}

/** Clocks change on a full quarter of an hour: the first in the span at which the new offset holds. */
function changeBetween(
  low: number,
  high: number,
  { name, before, after }: { name: string; before: number; after: number },
): Change {
  const quarter = hour / 4;
  let [still, already] = [low, high];
  while (already - still > quarter) {
    const middle = still + Math.floor((already - still) / 2 / quarter) * quarter;
    const probe = middle === still ? still + quarter : middle;
    if (offsetAt(new Date(probe), name) === before) still = probe;
    else already = probe;
  }
  return { at: stampOf(new Date(already + before * 60_000)), before, after };
}

/** '20201222T100000', of what a date shows in UTC. */
export function stampOf(date: Date): string {
  return date.toISOString().slice(0, 19).replaceAll(/[-:]/g, '');
}

function offsetWords(minutes: number): string {
  const size = Math.abs(minutes);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}${two(size % 60)}`;
}

/** The zone itself, so that a calendar needs no data of its own: each change written out, from the year before on. */
export function zoneLines(zone: Zone): string[] {
  const { name, from, to } = zone;
  const changes = changesOf({ name, from: from - 1, to });
  const first = offsetAt(new Date(Date.UTC(from - 1, 0, 1)), name);
  const start: Change = { at: `${from - 1}0101T000000`, before: first, after: first };
  // Summer is what is further ahead.
  const winter = Math.min(first, ...changes.map(({ after }) => after));
  return [
    'BEGIN:VTIMEZONE',
    fold(`TZID:${name}`),
    ...[start, ...changes].flatMap(({ at, before, after }) => {
      const kind = after > winter ? 'DAYLIGHT' : 'STANDARD';
      return [
        `BEGIN:${kind}`,
        `DTSTART:${at}`,
        `TZOFFSETFROM:${offsetWords(before)}`,
        `TZOFFSETTO:${offsetWords(after)}`,
        `END:${kind}`,
      ];
    }),
    'END:VTIMEZONE',
  ];
}
