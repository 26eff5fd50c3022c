import { escapeText, fold, quoted } from './lines.ts';
import { zoneLines } from './zone.ts';

/** An event as a calendar takes it. */
export interface CalendarEntry {
  /** The same for ever, whatever else changes. */
  uid: string;
  /** How many times it was changed since it was announced. */
  sequence: number;
  /** When it was last changed. */
  changedAt: Date;
  title: string;
  description: string;
  /** A whole day, YYYY-MM-DD. */
  starts: string;
  /** Clock time, 24 hours; without it the entry takes whole days. */
  startsAt: string | null;
  /** The last day; null: the first. */
  ends: string | null;
  endsAt: string | null;
  location: string;
  /** Degrees. */
  position: { latitude: number; longitude: number } | null;
  url: string;
  /** uri: where they are reached. */
  organiser: { name: string; uri: string } | null;
  categories: readonly string[];
  isCancelled: boolean;
}

export interface CalendarOptions {
  /** CANCEL: calendars take out what they hold under the same address (RFC 5546). */
  method: 'PUBLISH' | 'CANCEL';
  name: string;
  /** Name in the IANA database, of the clocks by which times are meant. */
  zone: string;
  language: string;
  /** Who made it: '-//POP//Events//EN'. */
  maker: string;
}

/** An event known to the month or year alone stands in no calendar: a day would be guessed. */
export function isDated(date: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(date);
}

/** A calendar in the format that every program reads (RFC 5545). */
export function writeCalendar(entries: readonly CalendarEntry[], options: CalendarOptions): string {
  const dated = entries.filter(({ starts }) => isDated(starts));
  const timed = dated.filter(({ startsAt }) => startsAt !== null);
  const years = timed
    .flatMap(({ starts, ends }) => [starts, ends ?? starts])
    .map((day) => Number(day.slice(0, 4)));
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    fold(`PRODID:${escapeText(options.maker)}`),
    'CALSCALE:GREGORIAN',
    `METHOD:${options.method}`,
    fold(`NAME:${escapeText(options.name)}`),
    fold(`X-WR-CALNAME:${escapeText(options.name)}`),
    fold(`X-WR-TIMEZONE:${options.zone}`),
    ...(years.length > 0
      ? zoneLines({ name: options.zone, from: Math.min(...years), to: Math.max(...years) })
      : []),
    ...dated.flatMap((entry) => entryLines(entry, options)),
    'END:VCALENDAR',
  ];
  return `${lines.join('\r\n')}\r\n`;
}

function entryLines(entry: CalendarEntry, { zone, language }: CalendarOptions): string[] {
  const { organiser, position } = entry;
  const text = (name: string, value: string) =>
    value === '' ? [] : [`${name};LANGUAGE=${language}:${escapeText(value)}`];
  return [
    'BEGIN:VEVENT',
    `UID:${escapeText(entry.uid)}`,
    `DTSTAMP:${instant(entry.changedAt)}`,
    `LAST-MODIFIED:${instant(entry.changedAt)}`,
    `SEQUENCE:${entry.sequence}`,
    ...timeLines(entry, zone),
    ...text('SUMMARY', entry.title),
    ...text('DESCRIPTION', entry.description),
    ...text('LOCATION', entry.location),
    ...(position ? [`GEO:${position.latitude.toFixed(6)};${position.longitude.toFixed(6)}`] : []),
    `URL:${entry.url}`,
    ...(organiser ? [`ORGANIZER;CN=${quoted(organiser.name)}:${organiser.uri}`] : []),
    ...(entry.categories.length > 0 ? [`CATEGORIES:${entry.categories.map(escapeText).join(',')}`] : []),
    `STATUS:${entry.isCancelled ? 'CANCELLED' : 'CONFIRMED'}`,
    `TRANSP:${entry.startsAt === null ? 'TRANSPARENT' : 'OPAQUE'}`,
    'END:VEVENT',
  ].map(fold);
}

function timeLines(entry: CalendarEntry, zone: string): string[] {
  const { starts, startsAt, endsAt } = entry;
  const last = entry.ends !== null && isDated(entry.ends) && entry.ends > starts ? entry.ends : starts;
  if (startsAt === null) {
    // The day on which it ends is the first that it no longer takes.
    return [`DTSTART;VALUE=DATE:${compact(starts)}`, `DTEND;VALUE=DATE:${compact(dayAfter(last))}`];
  }
  const at = (day: string, time: string) => `;TZID=${zone}:${compact(day)}T${time.replace(':', '')}00`;
  const start = `DTSTART${at(starts, startsAt)}`;
  if (endsAt === null || `${last}T${endsAt}` <= `${starts}T${startsAt}`) return [start];
  return [start, `DTEND${at(last, endsAt)}`];
}

function compact(day: string): string {
  return day.replaceAll('-', '');
}

function dayAfter(day: string): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10);
}

function instant(at: Date): string {
  return `${at.toISOString().slice(0, 19).replaceAll(/[-:]/g, '')}Z`;
}
