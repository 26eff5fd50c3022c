import { sql } from 'kysely';
import type { Db } from '#server/database/db.ts';
import { eventNow, eventVersion } from './event-now.ts';

function selectEvent(db: Db, from = eventNow) {
  return db
    .selectFrom(from)
    .leftJoin('municipality', 'municipality.id', 'event.municipality_id')
    .select([
      'event.id',
      'event.key',
      'event.kind',
      'event.title',
      'event.starts',
      'event.ends',
      'event.starts_at as startsAt',
      'event.place',
      'event.online',
      'event.participants',
      'event.participants_is as participantsIs',
      'event.version',
      'municipality.key as municipalityKey',
      'municipality.name as municipalityName',
    ]);
}

interface Filter {
  kind?: string | undefined;
  municipality?: string | undefined;
  year?: number | undefined;
  /** Only events after this one in the list's order. */
  after?: { starts: string; key: string } | undefined;
  limit: number;
}

/** Of a municipality, or with it. */
function isOf(municipality: string) {
  return sql<boolean>`(municipality.key = ${municipality} OR EXISTS (
    SELECT FROM event_municipality part JOIN municipality own ON own.id = part.municipality_id
    WHERE part.event_id = event.id AND part.version = event.version AND own.key = ${municipality}))`;
}

/** Newest first. */
export function readEvents(db: Db, { kind, municipality, year, after, limit }: Filter) {
  return selectEvent(db)
    .$if(kind !== undefined, (query) => query.where(sql<boolean>`event.kind = ${kind}`))
    .$if(municipality !== undefined, (query) => query.where(isOf(municipality ?? '')))
    .$if(year !== undefined, (query) =>
      query.where('event.starts', '>=', `${year}`).where('event.starts', '<', `${(year ?? 0) + 1}`),
    )
    .$if(after !== undefined, (query) =>
      query.where(sql<boolean>`(event.starts, event.key) < (${after?.starts}, ${after?.key})`),
    )
    .orderBy('event.starts', 'desc')
    .orderBy('event.key', 'desc')
    .limit(limit)
    .execute();
}

/** Not over on `today`, soonest first. A date known to the month compares by its month. */
export function readUpcomingEvents(db: Db, today: string, limit: number) {
  return selectEvent(db)
    .where(
      sql<boolean>`coalesce(event.ends, event.starts) >= left(${today}, length(coalesce(event.ends, event.starts)))`,
    )
    .orderBy('event.starts')
    .orderBy('event.key')
    .limit(limit)
    .execute();
}

function selectWhole(db: Db, key: string, from = eventNow) {
  return selectEvent(db, from)
    .leftJoin('administrative_unit as unit', 'unit.id', 'event.unit_id')
    .leftJoin('mandate', 'mandate.id', 'event.mandate_id')
    .leftJoin('forum', 'forum.event_id', 'event.id')
    .select([
      'event.summary',
      'event.series',
      'event.ends_at as endsAt',
      'event.hall',
      'event.access',
      'event.languages',
      'event.interpretation',
      'event.recording_url as recordingUrl',
      'event.participants_note as participantsNote',
      'event.counted_on as countedOn',
      'event.corrected_on as correctedOn',
      'event.reason',
      'unit.name as unitName',
      'mandate.key as mandate',
      'forum.key as forum',
    ])
    .where('event.key', '=', key);
}

export function readEvent(db: Db, key: string) {
  return selectWhole(db, key).executeTakeFirst();
}

export function readEventVersion(db: Db, key: string, version: number) {
  return selectWhole(db, key, eventVersion).where('event.version', '=', version).executeTakeFirst();
}

/** When an event was corrected and why, the latest first. */
export function readCorrections(db: Db, eventId: string) {
  return db
    .selectFrom('event_correction')
    .select(['id', 'version', 'corrected_on as correctedOn', 'reason'])
    .where('event_id', '=', eventId)
    .orderBy('version', 'desc')
    .execute();
}

export function readEventYears(db: Db) {
  return db
    .selectFrom(eventNow)
    .select(sql<number>`left(starts, 4)::int`.as('year'))
    .distinct()
    .orderBy('year', 'desc')
    .execute();
}

/** The municipalities that have events, or took part in some. */
export function readEventMunicipalities(db: Db) {
  return db
    .selectFrom('municipality')
    .select(['key', 'name'])
    .where((where) =>
      where.or([
        where.exists(
          where
            .selectFrom('event')
            .select('event.id')
            .whereRef('event.municipality_id', '=', 'municipality.id'),
        ),
        where.exists(
          where
            .selectFrom('event_municipality as part')
            .select('part.id')
            .whereRef('part.municipality_id', '=', 'municipality.id'),
        ),
      ]),
    )
    .execute();
}
