import type { Note } from './item.ts';

const instant = /^(\d{4})-(\d{2})-(\d{2})[T ](\d{2}):(\d{2}):(\d{2})/;
/** No site is older, and WordPress writes 1970 where it knows nothing. */
const earliest = '1995';
/** Hours by which a clock on Earth can be from Greenwich. */
const widest = 14;

/** An instant that exists; undefined for 0000-00-00, 30 February and years before there were such sites. */
function read(text: string): Date | undefined {
  const [, year = '', month = '', day = '', hour = '', minute = '', second = ''] =
    instant.exec(text.trim()) ?? [];
  if (year < earliest) return undefined;
  const at = new Date(`${year}-${month}-${day}T${hour}:${minute}:${second}Z`);
  return Number.isNaN(at.getTime()) || at.getUTCDate() !== Number(day) ? undefined : at;
}

const dayIn = new Intl.DateTimeFormat('en-CA', { timeZone: 'Europe/Tirane', dateStyle: 'short' });

/**
 * The day of a text, by the clock of Albania. Where both clocks are told and cannot both be right, that of the site counts: it
 * is what stood over the text.
 */
export function dayOfItem(
  { date, dateGmt }: { date: string; dateGmt: string },
  now: Date,
): { day: string; notes: Note[] } {
  const [local, gmt] = [read(date), read(dateGmt)];
  if (!local && !gmt) return { day: '', notes: [{ code: 'date-unknown' }] };
  const apart = local && gmt ? Math.abs(local.getTime() - gmt.getTime()) / 3_600_000 : 0;
  const isOdd = apart > widest;
  const day = gmt && !isOdd ? dayIn.format(gmt) : (local ?? gmt ?? now).toISOString().slice(0, 10);
  if (day > dayIn.format(now)) return { day: '', notes: [{ code: 'date-future', value: day }] };
  return { day, notes: isOdd ? [{ code: 'date-zone', value: `${date} / ${dateGmt}` }] : [] };
}
