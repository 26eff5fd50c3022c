import { pickText, type Language } from '#i18n/languages.ts';
import type { Translate } from '#i18n/translate.ts';
import type { Party } from '../detail.ts';
import type { EventSummary } from '../event.ts';
import type { Localised } from '#i18n/languages.ts';
import type { CalendarEntry } from './calendar.ts';

/** What a calendar tells of an event, wherever it is read from. */
export interface CalendarEvent extends EventSummary {
  endsAt: string | null;
  summary: Localised | null;
  hall: Localised | null;
  organiser: Pick<Party, 'name' | 'organisationKey' | 'url'> | null;
  sequence: number;
  changedAt: Date;
  position: CalendarEntry['position'];
}

/** An event as an entry in one language; its address is the same in every edition of the calendar. */
export function entryOf(
  event: CalendarEvent,
  { publicUrl, language, t }: { publicUrl: string; language: Language; t: Translate },
): CalendarEntry {
  const root = publicUrl.replace(/\/$/, '');
  const url = `${root}/${language}/events/${event.key}`;
  const hall = pickText(event.hall, language);
  const place = pickText(event.place, language) || (event.online ? '' : event.municipality?.name) || '';
  const title = pickText(event.title, language);
  return {
    uid: `${event.key}@${new URL(publicUrl).host}`,
    sequence: event.sequence,
    changedAt: event.changedAt,
    title: event.isCancelled ? t('event.calendar.cancelled', { title }) : title,
    description: [pickText(event.summary, language), url].filter(Boolean).join('\n\n'),
    starts: event.starts,
    startsAt: event.startsAt,
    ends: event.ends,
    endsAt: event.endsAt,
    location: [hall, place, event.online ? t(place ? 'event.calendar.also-online' : 'event.online-only') : '']
      .filter(Boolean)
      .join(', '),
    position: event.position,
    url,
    organiser: organiserOf(event, `${root}/${language}`),
    categories: [t(`event.kind.${event.kind}`)],
    isCancelled: event.isCancelled,
  };
}

function organiserOf({ organiser }: CalendarEvent, root: string): CalendarEntry['organiser'] {
  if (!organiser) return null;
  const { name, organisationKey, url } = organiser;
  return {
    name: pickText(name, 'sq'),
    uri: organisationKey === null ? (url ?? root) : `${root}/members/${organisationKey}`,
  };
}
