import type { Translate } from '#i18n/translate.ts';
import type { EventPage } from './server/service.ts';

/** The rows behind an event's page, as files: those of which it has some. */
export function downloadsOf(event: EventPage, t: Translate) {
  const of = (dataset: string) => `/api/v1/${dataset}.csv?event=${event.key}`;
  const files = [
    { rows: event.corrections, href: of('event-corrections'), label: t('event.corrections-csv') },
    { rows: event.people, href: of('event-people'), label: t('event.people-csv') },
    { rows: event.items, href: of('event-items'), label: t('event.programme-csv') },
    { rows: event.tookPart, href: of('event-municipalities'), label: t('event.municipalities-csv') },
    { rows: event.session?.attendance, href: of('event-attendance'), label: t('listening.csv') },
    { rows: event.session?.needs, href: of('needs'), label: t('listening.needs-csv') },
    { rows: event.after?.conclusions, href: of('conclusions'), label: t('event.conclusions-csv') },
  ];
  return {
    csv: of('events'),
    json: `/api/v1/events.json?event=${event.key}`,
    more: files.flatMap(({ rows, href, label }) => (rows?.length ? [{ href, label }] : [])),
  };
}
