import { pickText, type Language } from '#i18n/languages.ts';
import type { EventDetail, Party } from './detail.ts';

type Told = Omit<EventDetail, 'plan' | 'series' | 'documents' | 'items'>;
type Thing = Readonly<Record<string, unknown>>;

/** An event as search engines read it (schema.org). */
export function structuredData(event: Told, language: Language): Record<string, unknown> {
  const { sites, isOnSite } = locationsOf(event, language);
  const description = pickText(event.summary, language);
  const ends = endOf(event);
  return {
    '@context': 'https://schema.org',
    '@type': 'Event',
    name: pickText(event.title, language),
    startDate: event.startsAt ? `${event.starts}T${event.startsAt}` : event.starts,
    ...(ends ? { endDate: ends } : {}),
    ...(description ? { description } : {}),
    ...(sites.length > 0 ? { location: sites } : {}),
    ...(event.languages.length > 0 ? { inLanguage: event.languages } : {}),
    ...list('about', event.topics, ({ statement }) => pickText(statement, language)),
    ...list('organizer', of(event, 'organiser', 'partner'), (party) => organisation(party, language)),
    ...list('sponsor', of(event, 'supporter'), (party) => organisation(party, language)),
    ...list(
      'performer',
      event.people.filter(({ role }) => role !== 'guest'),
      ({ name, capacity }) => ({
        '@type': 'Person',
        name,
        ...(capacity ? { jobTitle: pickText(capacity, language) } : {}),
      }),
    ),
    eventStatus: `https://schema.org/${event.isCancelled ? 'EventCancelled' : 'EventScheduled'}`,
    eventAttendanceMode: `https://schema.org/${attendanceMode(event.online, isOnSite)}`,
  };
}

function locationsOf(event: Told, language: Language): { sites: Thing[]; isOnSite: boolean } {
  const place = pickText(event.place, language) || event.municipality?.name;
  const hall = pickText(event.hall, language);
  const name = [hall, place].filter(Boolean).join(', ');
  const isOnSite = name !== '';
  return {
    sites: [
      ...(isOnSite ? [{ '@type': 'Place', name, address: event.municipality?.name ?? place ?? name }] : []),
      ...(event.online ? [{ '@type': 'VirtualLocation' }] : []),
    ],
    isOnSite,
  };
}

function endOf({ starts, ends, endsAt }: Told): string | undefined {
  const day = ends ?? (endsAt ? starts : undefined);
  return day && endsAt ? `${day}T${endsAt}` : day;
}

function of(event: Told, ...roles: Party['role'][]): Party[] {
  return event.parties.filter(({ role }) => roles.includes(role));
}

function organisation({ name, url }: Party, language: Language): Thing {
  return { '@type': 'Organization', name: pickText(name, language), ...(url ? { url } : {}) };
}

/** A property with several values; none where there is nothing. */
function list<T>(property: string, values: readonly T[], make: (value: T) => unknown): Thing {
  return values.length > 0 ? { [property]: values.map(make) } : {};
}

function attendanceMode(online: boolean, onSite: boolean): string {
  if (!online) return 'OfflineEventAttendanceMode';
  return onSite ? 'MixedEventAttendanceMode' : 'OnlineEventAttendanceMode';
}
