import { getMunicipality } from '#features/places/server/service.ts';
import type { Language } from '#i18n/languages.ts';
import { translator } from '#i18n/translate.ts';
import type { App } from '#server/app.ts';
import { dayOf } from '#server/cache/day.ts';
import { notFound } from '#server/errors.ts';
import { writeCalendar, type CalendarOptions } from '../calendar/calendar.ts';
import { entryOf, type CalendarEvent } from '../calendar/entry.ts';
import { isEventKind } from '../event.ts';
import { readCalendarRows, type CalendarRow } from './calendar-store.ts';

/** The clocks by which the network's times are meant. */
const zone = 'Europe/Tirane';
const most = 500;

/** One event for a calendar; empty where its day is not known. CANCEL: to take it out. @throws not-found */
export async function calendarOfEvent(
  app: App,
  language: Language,
  key: string,
  method: CalendarOptions['method'] = 'PUBLISH',
): Promise<string> {
  const rows = await readCalendarRows(app.db, { key, limit: 1 });
  if (rows.length === 0) throw notFound(`calendar of event ${key}`);
  return write(app, language, rows, { method });
}

/** What lies ahead and the year behind: of the network, or of one municipality. @throws not-found */
export async function calendarOf(app: App, language: Language, municipalityKey?: string): Promise<string> {
  const municipality =
    municipalityKey === undefined ? undefined : await getMunicipality(app, municipalityKey);
  const [year = '', ...rest] = dayOf(app.clock()).split('-');
  const from = [String(Number(year) - 1), ...rest].join('-');
  const rows = await readCalendarRows(app.db, { municipality: municipality?.key, from, limit: most });
  return write(app, language, rows, { name: municipality?.name });
}

function write(
  app: App,
  language: Language,
  rows: readonly CalendarRow[],
  { name, method = 'PUBLISH' }: { name?: string | undefined; method?: CalendarOptions['method'] },
): string {
  const t = translator(language);
  const site = t('site.name');
  return writeCalendar(
    rows.map((row) => entryOf(eventOf(row), { publicUrl: app.config.publicUrl, language, t })),
    {
      name: t('event.calendar.name', { name: name === undefined ? site : `${site} ${name}` }),
      method,
      zone,
      language,
      maker: `-//POP//Events//${language.toUpperCase()}`,
    },
  );
}

function eventOf(row: CalendarRow): CalendarEvent {
  const { municipalityKey, municipalityName, organiserName, organiserKey, organiserUrl, isMember, ...event } =
    row;
  return {
    ...event,
    kind: isEventKind(row.kind) ? row.kind : 'meeting',
    participants: null,
    municipality:
      municipalityKey !== null && municipalityName !== null
        ? { key: municipalityKey, name: municipalityName }
        : null,
    organiser: organiserName && {
      name: organiserName,
      organisationKey: isMember ? organiserKey : null,
      url: organiserUrl,
    },
    position: null,
  };
}

/** An answer that calendars take. */
export function calendarResponse(text: string): Response {
  return new Response(text, { headers: { 'content-type': 'text/calendar; charset=utf-8' } });
}
