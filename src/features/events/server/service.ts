import { showAfterOf } from '#features/conclusions/server/public.ts';
import { distinctSourcesOf } from '#features/library/server/sources.ts';
import { showPublicSession } from '#features/listening/server/public.ts';
import type { App } from '#server/app.ts';
import { dayOf } from '#server/cache/day.ts';
import type { Db } from '#server/database/db.ts';
import { notFound } from '#server/errors.ts';
import { changedParts, type EventContent } from '../correction.ts';
import { isEventKind, isUpcoming, type EventSummary } from '../event.ts';
import { isPublic } from '../plan.ts';
import type { EventFilter } from '../schema.ts';
import { contentOfVersion } from './content.ts';
import { findPlan, readAnnouncedPlans } from './find-plan.ts';
import { detailOfPlan, summaryOfPlan } from './plan-detail.ts';
import { readParts } from './record-parts.ts';
import {
  readCorrections,
  readEvent,
  readEventMunicipalities,
  readEvents,
  readEventVersion,
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
    isCancelled: false,
    municipality:
      municipalityKey !== null && municipalityName !== null
        ? { key: municipalityKey, name: municipalityName }
        : null,
    participants:
      participants !== null && participantsIs !== null ? { count: participants, is: participantsIs } : null,
  };
}

function todayOf(app: App): string {
  return dayOf(app.clock());
}

/** A page of events, newest first, with those ahead apart on the unfiltered first page. */
export async function listEvents(app: App, filter: EventFilter) {
  const today = todayOf(app);
  const last = filter.after === undefined ? undefined : await readEvent(app.db, filter.after);
  const [rows, announced, years, municipalities] = await Promise.all([
    readEvents(app.db, { ...filter, after: last, limit: pageSize + 1 }),
    last === undefined ? listAnnounced(app, filter) : [],
    readEventYears(app.db),
    readEventMunicipalities(app.db),
  ]);
  const events = rows.slice(0, pageSize).map(present);
  const ahead = events.filter((event) => isUpcoming(event, today));
  return {
    upcoming: inTimeOrder([...ahead, ...announced]),
    past: events.filter((event) => !isUpcoming(event, today)),
    years: years.map(({ year }) => year),
    municipalities,
    next: rows.length > pageSize ? (events.at(-1)?.key ?? null) : null,
  };
}

/** What was announced and is not over, nor of the record yet. */
async function listAnnounced(app: App, { kind, municipality, year }: EventFilter): Promise<EventSummary[]> {
  const plans = await readAnnouncedPlans(app.db, {
    kind,
    municipality,
    from: todayOf(app),
    limit: pageSize,
  });
  return plans
    .filter(({ startsOn }) => year === undefined || startsOn.startsWith(String(year)))
    .map(summaryOfPlan);
}

function inTimeOrder(events: readonly EventSummary[]): EventSummary[] {
  const at = (event: EventSummary) => `${event.starts} ${event.startsAt ?? ''}`;
  return events.toSorted((a, b) => at(a).localeCompare(at(b)));
}

/** The next events and the latest past ones of the network, for the front page. */
export async function listLatestEvents(app: App, limit: number) {
  const today = todayOf(app);
  const [ahead, announced, recent] = await Promise.all([
    readUpcomingEvents(app.db, today, limit),
    listAnnounced(app, {}),
    readEvents(app.db, { limit: limit * 3 }),
  ]);
  const past = recent.map(present).filter((event) => !isUpcoming(event, today));
  const coming = announced.filter(({ isCancelled }) => !isCancelled);
  return {
    upcoming: inTimeOrder([...ahead.map(present), ...coming]).slice(0, limit),
    past: past.slice(0, limit),
  };
}

export async function listEventsOf(app: App, municipality: string, limit = 100): Promise<EventSummary[]> {
  const [rows, announced] = await Promise.all([
    readEvents(app.db, { municipality, limit }),
    listAnnounced(app, { municipality }),
  ]);
  return [...inTimeOrder(announced).toReversed(), ...rows.map(present)];
}

/** One event: of the record, or as it was announced. @throws not-found */
export async function showEvent(app: App, key: string) {
  const row = await readEvent(app.db, key);
  return row ? ofRecord(app, row) : ofPlan(app, key);
}

/** What an event of the record said in one of its versions. @throws not-found */
export async function showEventVersion(app: App, key: string, version: number) {
  const row = await readEventVersion(app.db, key, version);
  if (!row) throw notFound(`version ${version} of event ${key}`);
  return ofRecord(app, row);
}

export type EventPage = Awaited<ReturnType<typeof showEvent>>;

async function ofRecord(app: App, row: NonNullable<Awaited<ReturnType<typeof readEvent>>>) {
  const { series: word, participantsNote, unitName, mandate, forum, ...base } = row;
  const [parts, after, corrections, session] = await Promise.all([
    readParts(app.db, { id: row.id, version: row.version, series: word }),
    showAfterOf(app, row),
    correctionsOf(app.db, row.key, row.id),
    row.kind === 'listening' ? showPublicSession(app, row.id) : undefined,
  ]);
  const corrected = corrections.map(({ id }) => id);
  const cited = [parts.topics, parts.parties, parts.items, parts.people, parts.tookPart, after.conclusions];
  const sources = await distinctSourcesOf(app, [row.id, ...corrected, ...cited.flat().map(({ id }) => id)]);
  const event = { ...base, ...present(base) };
  return {
    ...event,
    ...parts,
    // A session shows its own.
    photos: session ? [] : parts.photos,
    participantsNote,
    unitName,
    mandate,
    forum,
    sources,
    session,
    after,
    corrections,
    plan: null,
    upcoming: isUpcoming(event, todayOf(app)),
  };
}

/** Corrections, the latest first, each with what it changed. */
async function correctionsOf(db: Db, key: string, eventId: string) {
  const rows = await readCorrections(db, eventId);
  if (rows.length === 0) return [];
  const versions = [1, ...rows.map(({ version }) => version)];
  const said = new Map<number, EventContent>();
  for (const version of versions) {
    const content = await contentOfVersion(db, key, version);
    if (content) said.set(version, content);
  }
  return rows.map((row) => {
    const [before, after] = [said.get(row.version - 1), said.get(row.version)];
    return { ...row, changed: before && after ? changedParts(before, after) : [] };
  });
}

async function ofPlan(app: App, key: string) {
  const plan = await findPlan(app.db, key);
  if (!plan || !isPublic(plan)) throw notFound(`event ${key}`);
  const detail = await detailOfPlan(app.db, plan);
  return {
    ...detail,
    photos: [],
    participantsNote: null,
    countedOn: null,
    version: 1,
    correctedOn: null,
    reason: null,
    corrections: [],
    unitName: null,
    mandate: null,
    forum: null,
    sources: [],
    session: undefined,
    after: undefined,
    upcoming: isUpcoming(detail, todayOf(app)),
  };
}
