import type { Db } from '#server/database/db.ts';
import { eventNow } from './event-now.ts';

/** An event at one of its versions; a version has all of its parts. */
export interface VersionOfEvent {
  id: string;
  version: number;
}

export function readTopics(db: Db, event: VersionOfEvent) {
  return db
    .selectFrom('event_topic')
    .select(['id', 'statement'])
    .where('event_id', '=', event.id)
    .where('version', '=', event.version)
    .orderBy('position')
    .execute();
}

export function readParties(db: Db, event: VersionOfEvent) {
  return db
    .selectFrom('event_party as party')
    .leftJoin('organisation', 'organisation.id', 'party.organisation_id')
    .leftJoin('donor', 'donor.id', 'party.donor_id')
    .select((eb) => [
      'party.id',
      'party.role',
      'party.through',
      eb.fn.coalesce('party.name', 'organisation.name', 'donor.name').as('name'),
      'organisation.key as organisationKey',
      eb
        .exists(
          eb
            .selectFrom('membership')
            .select('membership.id')
            .whereRef('membership.organisation_id', '=', 'organisation.id'),
        )
        .as('isMember'),
      'donor.key as donorKey',
      eb.fn.coalesce('organisation.url', 'donor.url').as('url'),
      'party.logo_sha256 as logo',
    ])
    .where('party.event_id', '=', event.id)
    .where('party.version', '=', event.version)
    .orderBy('party.position')
    .execute();
}

export function readItems(db: Db, event: VersionOfEvent) {
  return db
    .selectFrom('event_item')
    .select([
      'id',
      'held_on as heldOn',
      'starts_at as startsAt',
      'ends_at as endsAt',
      'track',
      'hall',
      'title',
      'summary',
    ])
    .where('event_id', '=', event.id)
    .where('version', '=', event.version)
    .orderBy('position')
    .execute();
}

export function readPeople(db: Db, event: VersionOfEvent) {
  return db
    .selectFrom('event_person as taking_part')
    .innerJoin('person', 'person.id', 'taking_part.person_id')
    .leftJoin('organisation', 'organisation.id', 'taking_part.organisation_id')
    .leftJoin('municipality', 'municipality.id', 'taking_part.municipality_id')
    .select([
      'taking_part.id',
      'taking_part.item_id as itemId',
      'person.name',
      'taking_part.role',
      'taking_part.capacity',
      'organisation.key as organisationKey',
      'organisation.name as organisationName',
      'municipality.key as municipalityKey',
      'municipality.name as municipalityName',
      'taking_part.attendance',
      'taking_part.biography',
      'taking_part.photo_sha256 as photo',
    ])
    .where('taking_part.event_id', '=', event.id)
    .where('taking_part.version', '=', event.version)
    .orderBy('taking_part.position')
    .execute();
}

export function readTookPart(db: Db, event: VersionOfEvent) {
  return db
    .selectFrom('event_municipality as took_part')
    .innerJoin('municipality', 'municipality.id', 'took_part.municipality_id')
    .select([
      'took_part.id',
      'municipality.key as municipalityKey',
      'municipality.name as municipalityName',
      'took_part.attendance',
      'took_part.represented_by as representedBy',
    ])
    .where('took_part.event_id', '=', event.id)
    .where('took_part.version', '=', event.version)
    .execute();
}

export function readDocuments(db: Db, event: VersionOfEvent) {
  return db
    .selectFrom('event_document')
    .select(['id', 'key', 'kind', 'language', 'title', 'url', 'copy_sha256 as copy'])
    .where('event_id', '=', event.id)
    .where('version', '=', event.version)
    .orderBy('position')
    .execute();
}

export function readCounts(db: Db, event: VersionOfEvent) {
  return db
    .selectFrom('event_attendance')
    .select(['key', 'people'])
    .where('event_id', '=', event.id)
    .where('version', '=', event.version)
    .orderBy('key')
    .execute();
}

/** Those that were not taken back. */
export function readPhotos(db: Db, eventId: string) {
  return db
    .selectFrom('event_photo as photo')
    .leftJoin('photo_withdrawal', 'photo_withdrawal.photo_id', 'photo.id')
    .select(['photo.id', 'photo.copy_sha256 as sha256', 'photo.alt', 'photo.credit'])
    .where('photo.event_id', '=', eventId)
    .where('photo_withdrawal.id', 'is', null)
    .orderBy('photo.position')
    .execute();
}

/** Of one series, in time order; those of the record and those that were announced. */
export async function readSeries(db: Db, series: string) {
  const rows = await db
    .selectFrom(eventNow)
    .select(['key', 'title', 'starts'])
    .where('series', '=', series)
    .unionAll(
      db
        .selectFrom('event_plan')
        .select((eb) => ['key', 'title', eb.cast<string>('starts_on', 'text').as('starts')])
        .where('series', '=', series)
        .where('state', '=', 'announced'),
    )
    .execute();
  return rows.toSorted((a, b) => a.starts.localeCompare(b.starts));
}
