import { isEventKind } from '#features/events/event.ts';
import { eventNow } from '#features/events/server/event-now.ts';
import type { Localised } from '#i18n/languages.ts';
import type { Db } from '#server/database/db.ts';
import type { EventFacts, FactsOfConclusion } from '../event-facts.ts';
import { readConclusionsOfEvent, readFollowers, readOutcomes, readTexts } from './public-store.ts';

interface Version {
  id: string;
  version: number;
}

/** The facts of an event in the record, as they stand since its last correction; undefined where there is none. */
export async function factsOfRecord(db: Db, eventId: string): Promise<EventFacts | undefined> {
  const event = await db.selectFrom(eventNow).selectAll().where('id', '=', eventId).executeTakeFirst();
  if (!event) return undefined;
  const [parties, municipalities, items, people, modes, texts, conclusions] = await Promise.all([
    readParties(db, event),
    readMunicipalities(db, event),
    db
      .selectFrom('event_item')
      .select(['held_on as heldOn', 'starts_at as startsAt', 'ends_at as endsAt', 'title'])
      .where('event_id', '=', eventId)
      .where('version', '=', event.version)
      .orderBy('position')
      .execute(),
    db
      .selectFrom('event_person')
      .innerJoin('person', 'person.id', 'event_person.person_id')
      .select(['person.name', 'event_person.capacity', 'event_person.attendance'])
      .where('event_person.event_id', '=', eventId)
      .where('event_person.version', '=', event.version)
      .orderBy('event_person.position')
      .execute(),
    db
      .selectFrom('event_attendance')
      .select(['mode', 'people'])
      .where('event_id', '=', eventId)
      .where('version', '=', event.version)
      .where('mode', 'is not', null)
      .orderBy('mode', 'desc')
      .execute(),
    readTexts(db, event),
    factsOfConclusions(db, eventId),
  ]);
  const textOf = (kind: string): Localised => texts.find((text) => text.kind === kind)?.content ?? {};
  return {
    key: event.key,
    version: event.version,
    kind: isEventKind(event.kind) ? event.kind : 'meeting',
    title: event.title,
    summary: event.summary,
    starts: event.starts,
    ends: event.ends,
    startsAt: event.starts_at,
    endsAt: event.ends_at,
    place: event.place,
    hall: event.hall,
    online: event.online,
    recordingUrl: event.recording_url,
    parties,
    municipalities,
    items,
    people,
    participants:
      event.participants !== null && event.participants_is !== null
        ? { count: event.participants, is: event.participants_is }
        : null,
    modes: modes.flatMap(({ mode, people: count }) => (mode === null ? [] : [{ mode, people: count }])),
    conclusions,
    texts: { minutes: textOf('minutes'), 'press-release': textOf('press-release') },
  };
}

async function factsOfConclusions(db: Db, eventId: string): Promise<FactsOfConclusion[]> {
  const rows = await readConclusionsOfEvent(db, eventId);
  const ids = rows.map(({ id }) => id);
  const [followers, outcomes] = await Promise.all([readFollowers(db, ids), readOutcomes(db, ids)]);
  return rows.map(({ id, position, statement, followedUpBy, dueOn }) => ({
    position,
    statement,
    followers: [
      ...followers.filter(({ conclusionId }) => conclusionId === id).map(({ name }) => name),
      ...(followedUpBy ? [followedUpBy] : []),
    ],
    dueOn,
    outcomes: outcomes.filter(({ conclusionId }) => conclusionId === id),
  }));
}

async function readParties(db: Db, event: Version): Promise<EventFacts['parties']> {
  const rows = await db
    .selectFrom('event_party as party')
    .leftJoin('organisation', 'organisation.id', 'party.organisation_id')
    .leftJoin('donor', 'donor.id', 'party.donor_id')
    .select((eb) => [
      'party.role',
      'party.through',
      eb.fn.coalesce('party.name', 'organisation.name', 'donor.name').as('name'),
    ])
    .where('party.event_id', '=', event.id)
    .where('party.version', '=', event.version)
    .orderBy('party.position')
    .execute();
  return rows.flatMap(({ name, ...row }) => (name === null ? [] : [{ ...row, name }]));
}

async function readMunicipalities(db: Db, event: Version): Promise<string[]> {
  const rows = await db
    .selectFrom('event_municipality as took_part')
    .innerJoin('municipality', 'municipality.id', 'took_part.municipality_id')
    .select('municipality.name')
    .where('took_part.event_id', '=', event.id)
    .where('took_part.version', '=', event.version)
    .orderBy('took_part.key')
    .execute();
  return rows.map(({ name }) => name);
}
