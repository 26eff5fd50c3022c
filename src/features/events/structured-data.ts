import { pickText, type Language, type Localised } from '#i18n/languages.ts';
import type { EventSummary } from './event.ts';

interface Told extends EventSummary {
  summary: Localised | null;
}

/** An event as search engines read it (schema.org). */
export function structuredData(event: Told, language: Language): Record<string, unknown> {
  const place = pickText(event.place, language) || event.municipality?.name;
  const description = pickText(event.summary, language);
  const locations = [
    ...(place ? [{ '@type': 'Place', name: place, address: event.municipality?.name ?? place }] : []),
    ...(event.online ? [{ '@type': 'VirtualLocation' }] : []),
  ];
  return {
    '@context': 'https://schema.org',
    '@type': 'Event',
    name: pickText(event.title, language),
    startDate: event.startsAt ? `${event.starts}T${event.startsAt}` : event.starts,
    ...(event.ends ? { endDate: event.ends } : {}),
    ...(description ? { description } : {}),
    ...(locations.length > 0 ? { location: locations } : {}),
    eventAttendanceMode: `https://schema.org/${attendanceMode(event.online, place !== undefined)}`,
  };
}

function attendanceMode(online: boolean, onSite: boolean): string {
  if (!online) return 'OfflineEventAttendanceMode';
  return onSite ? 'MixedEventAttendanceMode' : 'OnlineEventAttendanceMode';
}
