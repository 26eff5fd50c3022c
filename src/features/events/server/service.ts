import { distinctSourcesOf } from '#features/library/server/sources.ts';
import { showPublicSession } from '#features/listening/server/public.ts';
import type { App } from '#server/app.ts';
import { notFound } from '#server/errors.ts';
import { isEventKind, isUpcoming, type EventSummary } from '../event.ts';
import type { EventFilter } from '../schema.ts';
import {
  readConclusions,
  readEvent,
  readEventMunicipalities,
  readEventPeople,
  readEvents,
  readEventYears,
  readUpcomingEvents,
} from './store.ts';

const pageSize = 50;

type Row = Awaited<ReturnType<typeof readEvents>>[number];

function present({
  municipalityKey,
  municipalityName,
  participants,
  participantsIs,
  kind,
  ...row
}: Row): EventSummary {
  return {
    ...row,
    kind: isEventKind(kind) ? kind : 'meeting',
    municipality:
      municipalityKey !== null && municipalityName !== null
        ? { key: municipalityKey, name: municipalityName }
        : null,
    participants:
      participants !== null && participantsIs !== null ? { count: participants, is: participantsIs } : null,
  };
}

function todayOf(app: App): string {
  return app.clock().toISOString().slice(0, 10);
}

/** A page of events, newest first, with those ahead apart on the unfiltered first page. */
export async function listEvents(app: App, filter: EventFilter) {
  const today = todayOf(app);
  const last = filter.after === undefined ? undefined : await readEvent(app.db, filter.after);
  const [rows, years, municipalities] = await Promise.all([
    readEvents(app.db, { ...filter, after: last, limit: pageSize + 1 }),
    readEventYears(app.db),
    readEventMunicipalities(app.db),
  ]);
  const events = rows.slice(0, pageSize).map(present);
  return {
    upcoming: events.filter((event) => isUpcoming(event, today)).toReversed(),
    past: events.filter((event) => !isUpcoming(event, today)),
    years: years.map(({ year }) => year),
    municipalities,
    next: rows.length > pageSize ? (events.at(-1)?.key ?? null) : null,
  };
}

/** The next events and the latest past ones of the network, for the front page. */
export async function listLatestEvents(app: App, limit: number) {
  const today = todayOf(app);
  const [ahead, recent] = await Promise.all([
    readUpcomingEvents(app.db, today, limit),
    readEvents(app.db, { limit: limit * 3 }),
  ]);
  const past = recent.map(present).filter((event) => !isUpcoming(event, today));
  return { upcoming: ahead.map(present), past: past.slice(0, limit) };
}

export async function listEventsOf(app: App, municipality: string, limit = 100): Promise<EventSummary[]> {
  return (await readEvents(app.db, { municipality, limit })).map(present);
}

/** One event with who took part, what was concluded and where it is told. @throws not-found */
export async function showEvent(app: App, key: string) {
  const row = await readEvent(app.db, key);
  if (!row) throw notFound(`event ${key}`);
  const { summary, participantsNote, unitName, mandate, forum, ...base } = row;
  const [people, conclusions, sources, session] = await Promise.all([
    readEventPeople(app.db, row.id),
    readConclusions(app.db, row.id),
    distinctSourcesOf(app, [row.id]),
    row.kind === 'listening' ? showPublicSession(app, row.id) : undefined,
  ]);
  const event = present(base);
  return {
    ...event,
    summary,
    participantsNote,
    unitName,
    mandate,
    forum,
    people,
    conclusions,
    sources,
    session,
    upcoming: isUpcoming(event, todayOf(app)),
  };
}
