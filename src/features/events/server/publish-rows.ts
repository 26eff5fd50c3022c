import { countParticipants, publishAttendance } from '#features/registration/server/attendance.ts';
import type { Localised } from '#i18n/languages.ts';
import type { Tx } from '#server/database/db.ts';
import { idOf } from '#server/datapackage/ids.ts';
import { slugOf } from '#server/datapackage/slug.ts';
import { hasSite, isOnline, type Plan } from '../plan.ts';
import { takingPart } from '../taking-part.ts';
import { keyOfVersion, type Edition } from './edition.ts';
import { orNull } from './plan-detail.ts';
import * as parts from './plan-parts-store.ts';

/** Rows added to the record, noted while they are made. */
class Rows {
  readonly tx: Tx;
  readonly plan: Plan;
  readonly edition: Edition;
  readonly eventId: string;
  readonly all: { id: string; kind: string }[] = [];

  constructor(tx: Tx, plan: Plan, edition: Edition) {
    this.tx = tx;
    this.plan = plan;
    this.edition = edition;
    this.eventId = idOf('event', plan.key);
  }

  /** Key, id and version of a row of this event. */
  next(kind: string, word: string | number): { id: string; key: string; version: number } {
    const { version } = this.edition;
    const key = `${keyOfVersion(this.plan.key, version)}/${word}`;
    const id = idOf(kind, key);
    this.all.push({ id, kind });
    return { id, key, version };
  }
}

/** Copies a plan into the record, under the key that it was announced by. */
export async function publishRows(tx: Tx, plan: Plan, edition: Edition) {
  const rows = new Rows(tx, plan, edition);
  await addEvent(rows);
  await addTopics(rows);
  await addParties(rows);
  const items = await addItems(rows);
  await addPeople(rows, items);
  await addDocuments(rows);
  const { eventId } = rows;
  const { version } = edition;
  const counts = await publishAttendance(tx, {
    planId: plan.id,
    eventId,
    version,
    key: keyOfVersion(plan.key, version),
  });
  return { eventId, rows: [...rows.all, ...counts] };
}

function json(text: Localised | null): string | null {
  const kept = text && orNull(text);
  return kept ? JSON.stringify(kept) : null;
}

async function addEvent(rows: Rows): Promise<void> {
  const { tx, plan, eventId, edition } = rows;
  const participants = await countParticipants(tx, plan.id);
  const said = {
    kind: plan.kind,
    title: JSON.stringify(plan.title),
    summary: json(plan.summary),
    starts: plan.startsOn,
    ends: plan.endsOn === plan.startsOn ? null : plan.endsOn,
    starts_at: plan.startsAt,
    ends_at: plan.endsAt,
    place: hasSite(plan) ? json(plan.place) : null,
    hall: hasSite(plan) ? json(plan.hall) : null,
    access: json(plan.access),
    online: isOnline(plan),
    languages: [...plan.languages],
    interpretation: json(plan.interpretation),
    participants: participants?.count ?? null,
    participants_is: participants?.is ?? null,
    counted_on: participants ? edition.today : null,
  };
  if (edition.reason) {
    const { id, key, version } = rows.next('event_correction', 'correction');
    await tx
      .insertInto('event_correction')
      .values({
        id,
        key,
        version,
        event_id: eventId,
        corrected_on: edition.today,
        reason: JSON.stringify(edition.reason),
        recording_url: plan.recordingUrl || null,
        ...said,
      })
      .execute();
    return;
  }
  await tx
    .insertInto('event')
    .values({
      id: eventId,
      key: plan.key,
      municipality_id: plan.municipalityId,
      series: plan.series,
      ...said,
    })
    .execute();
  rows.all.push({ id: eventId, kind: 'event' });
}

async function addTopics(rows: Rows): Promise<void> {
  const { tx, plan, eventId } = rows;
  for (const [index, { statement }] of (await parts.readPlanTopics(tx, plan.id)).entries()) {
    const position = index + 1;
    await tx
      .insertInto('event_topic')
      .values({
        ...rows.next('event_topic', position),
        event_id: eventId,
        position,
        statement: JSON.stringify(statement),
      })
      .execute();
  }
}

async function addParties(rows: Rows): Promise<void> {
  const { tx, plan, eventId } = rows;
  for (const [index, party] of (await parts.readPlanParties(tx, plan.id)).entries()) {
    const position = index + 1;
    await tx
      .insertInto('event_party')
      .values({
        ...rows.next('event_party', position),
        event_id: eventId,
        position,
        role: party.role,
        organisation_id: party.organisationId,
        donor_id: party.donorId,
        name: json(party.ownName),
        through: json(party.through),
        logo_sha256: party.logo,
      })
      .execute();
  }
}

/** @returns the id in the record of each point of the programme */
async function addItems(rows: Rows): Promise<Map<string, string>> {
  const { tx, plan, eventId } = rows;
  const ids = new Map<string, string>();
  for (const [index, item] of (await parts.readPlanItems(tx, plan.id)).entries()) {
    const position = index + 1;
    const identity = rows.next('event_item', position);
    ids.set(item.id, identity.id);
    await tx
      .insertInto('event_item')
      .values({
        ...identity,
        event_id: eventId,
        position,
        held_on: item.heldOn,
        starts_at: item.startsAt,
        ends_at: item.endsAt,
        track: json(item.track),
        hall: json(item.hall),
        title: JSON.stringify(item.title),
        summary: json(item.summary),
      })
      .execute();
  }
  return ids;
}

async function addPeople(rows: Rows, items: ReadonlyMap<string, string>): Promise<void> {
  const { tx, plan, eventId } = rows;
  const people = await parts.readPlanPeople(tx, plan.id);
  const named = new Map<string, string>();
  for (const [index, person] of people.entries()) {
    const position = index + 1;
    const name = person.ownName ?? '';
    const personId = person.personId ?? named.get(name) ?? (await addPerson(rows, name));
    if (person.personId === null) named.set(name, personId);
    await tx
      .insertInto('event_person')
      .values({
        ...rows.next('event_person', position),
        event_id: eventId,
        person_id: personId,
        position,
        role: person.role,
        capacity: json(person.capacity),
        attendance: person.attendance,
        item_id: person.itemId === null ? null : (items.get(person.itemId) ?? null),
        organisation_id: person.organisationId,
        municipality_id: person.municipalityId,
        biography: json(person.biography),
        photo_sha256: person.photo,
      })
      .execute();
  }
  await addMunicipalities(rows, people);
}

/** Somebody who was in the record with no other post or act: the name is what they agreed to have public. */
async function addPerson({ tx, all }: Rows, name: string): Promise<string> {
  const base = slugOf(name).slice(0, 80).replace(/-$/, '') || 'person';
  for (let number = 1; ; number += 1) {
    const key = number === 1 ? base : `${base}-${number}`;
    const taken = await tx.selectFrom('person').select('id').where('key', '=', key).executeTakeFirst();
    if (taken) continue;
    const id = idOf('person', key);
    await tx.insertInto('person').values({ id, key, name }).execute();
    all.push({ id, kind: 'person' });
    return id;
  }
}

/** The municipalities that are named, and those that somebody came for. */
async function addMunicipalities(rows: Rows, people: readonly parts.PlanPerson[]): Promise<void> {
  const { tx, plan, eventId } = rows;
  for (const one of takingPart(await parts.readPlanMunicipalities(tx, plan.id), people)) {
    await tx
      .insertInto('event_municipality')
      .values({
        ...rows.next('event_municipality', one.municipalityKey),
        event_id: eventId,
        municipality_id: one.municipalityId,
        attendance: one.attendance,
        represented_by: json(one.representedBy),
      })
      .execute();
  }
}

async function addDocuments(rows: Rows): Promise<void> {
  const { tx, plan, eventId } = rows;
  const shown = (await parts.readPlanDocuments(tx, plan.id)).filter((one) => one.shown && one.copy !== null);
  for (const [index, document] of shown.entries()) {
    const position = index + 1;
    await tx
      .insertInto('event_document')
      .values({
        ...rows.next('event_document', position),
        event_id: eventId,
        position,
        kind: document.kind,
        language: document.language,
        title: JSON.stringify(document.title),
        sha256: document.original,
        copy_sha256: document.copy,
      })
      .execute();
  }
}
