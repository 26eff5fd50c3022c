import { randomUUID } from 'node:crypto';
import type { Actor } from '#features/accounts/actor.ts';
import { uploadKinds } from '#forms/uploads.ts';
import type { Fields, Outcome } from '#forms/form.ts';
import type { App } from '#server/app.ts';
import { inTransaction, type Tx } from '#server/database/db.ts';
import type { Bytes } from '#server/files/file-store.ts';
import { openCopies } from '#server/files/open-copies.ts';
import { sealFile } from '#server/files/record-file.ts';
import { takeIn } from '#server/files/take-in.ts';
import { isSeen, type Plan } from '../plan.ts';
import type { DocumentCommand, ItemCommand, PartyCommand, PersonCommand } from '../plan-schema.ts';
import { localised, localisedOrNull } from './plan-columns.ts';
import { readPlanItems, readPlanPeople } from './plan-parts-store.ts';
import * as store from './plan-store.ts';
import { heldToChange, noteChange, planToChange } from './plans.ts';

type Part = 'document' | 'item' | 'party' | 'person';
type Saved = Outcome<{ id: string }>;

/** Changes a part of a plan: one after the other, written down, and seen by everyone who sees the plan. */
function change(
  app: App,
  actor: Actor,
  key: string,
  { action, part }: { action: string; part: Part },
  work: (tx: Tx, plan: Plan) => Promise<Saved>,
): Promise<Saved> {
  return inTransaction(app.db, async (tx) => {
    const plan = await heldToChange(tx, actor, key);
    const outcome = await work(tx, plan);
    if (outcome.kind !== 'done') return outcome;
    await store.touchPlan(tx, plan.id);
    await noteChange(tx, actor, plan, { action, after: { [part]: outcome.value.id } });
    return outcome;
  });
}

/** Adds a point of the programme, or changes one. */
export function saveItem(app: App, actor: Actor, key: string, command: ItemCommand): Promise<Saved> {
  return change(app, actor, key, { action: 'save-item', part: 'item' }, async (tx, plan) => {
    if (command.heldOn < plan.startsOn || command.heldOn > plan.endsOn) {
      return { kind: 'refused', faults: [{ field: 'heldOn', key: 'event.fault.day-outside' }] };
    }
    const columns = {
      held_on: command.heldOn,
      starts_at: command.startsAt,
      ends_at: command.endsAt,
      title: localised(command.titleSq, command.titleEn),
      summary: localised(command.summarySq, command.summaryEn),
      track: localised(command.trackSq, command.trackEn),
      hall: localised(command.hallSq, command.hallEn),
    };
    if (command.id === null) {
      const id = randomUUID();
      const position = await store.nextPosition(tx, 'event_plan_item', plan.id);
      await tx
        .insertInto('event_plan_item')
        .values({ id, plan_id: plan.id, position, ...columns })
        .execute();
      return { kind: 'done', value: { id } };
    }
    const { numUpdatedRows } = await tx
      .updateTable('event_plan_item')
      .set((eb) => ({ ...columns, version: eb('version', '+', 1) }))
      .where('plan_id', '=', plan.id)
      .where('id', '=', command.id)
      .where('version', '=', command.version ?? 0)
      .executeTakeFirst();
    if (numUpdatedRows === 1n) return { kind: 'done', value: { id: command.id } };
    const theirs = (await readPlanItems(tx, plan.id)).find(({ id }) => id === command.id);
    return theirs ? conflict(itemFields(theirs), theirs.version) : gone('titleSq');
  });
}

/** Adds somebody who speaks, moderates or is a guest, or changes them. */
export function savePerson(app: App, actor: Actor, key: string, command: PersonCommand): Promise<Saved> {
  return change(app, actor, key, { action: 'save-person', part: 'person' }, async (tx, plan) => {
    const items = await readPlanItems(tx, plan.id);
    if (command.item !== null && !items.some(({ id }) => id === command.item)) return gone('item');
    const columns = {
      person_id: command.person,
      name: command.person === null ? command.name : null,
      name_agreed: command.person === null && command.nameAgreed,
      role: command.role,
      capacity: localised(command.capacitySq, command.capacityEn),
      organisation_id: command.organisation,
      municipality_id: command.municipality,
      attendance: command.attendance,
      item_id: command.item,
    };
    if (command.id === null) {
      const id = randomUUID();
      const position = await store.nextPosition(tx, 'event_plan_person', plan.id);
      await tx
        .insertInto('event_plan_person')
        .values({ id, plan_id: plan.id, position, ...columns })
        .execute();
      return { kind: 'done', value: { id } };
    }
    const { numUpdatedRows } = await tx
      .updateTable('event_plan_person')
      .set((eb) => ({ ...columns, version: eb('version', '+', 1) }))
      .where('plan_id', '=', plan.id)
      .where('id', '=', command.id)
      .where('version', '=', command.version ?? 0)
      .executeTakeFirst();
    if (numUpdatedRows === 1n) return { kind: 'done', value: { id: command.id } };
    const theirs = (await readPlanPeople(tx, plan.id)).find(({ id }) => id === command.id);
    return theirs ? conflict(personFields(theirs), theirs.version) : gone('name');
  });
}

/** Adds who holds, helps or pays; a logo is drawn anew before anyone sees it. */
export async function addParty(
  app: App,
  actor: Actor,
  key: string,
  { logo, ...command }: PartyCommand & { logo: Bytes | undefined },
): Promise<Saved> {
  await planToChange(app.db, actor, key);
  const taken = logo === undefined ? undefined : await takeIn(app, logo, uploadKinds.photo);
  if (taken && 'refused' in taken) {
    return { kind: 'refused', faults: [{ field: 'logo', key: `event.file.${taken.refused}` }] };
  }
  return change(app, actor, key, { action: 'add-party', part: 'party' }, async (tx, plan) => {
    const file = taken && (await sealFile(tx, taken));
    const id = randomUUID();
    await tx
      .insertInto('event_plan_party')
      .values({
        id,
        plan_id: plan.id,
        position: await store.nextPosition(tx, 'event_plan_party', plan.id),
        role: command.role,
        organisation_id: command.organisation,
        donor_id: command.donor,
        name: localisedOrNull(command.nameSq, command.nameEn),
        through: localisedOrNull(command.throughSq, command.throughEn),
        logo_original_sha256: file?.copy ? file.original : null,
        logo_sha256: file?.copy ?? null,
      })
      .execute();
    if (isSeen(plan)) await openFiles(tx, plan.id);
    return { kind: 'done', value: { id } };
  });
}

/** Adds a document; one that is to be shown has been read by who adds it: it is shown as it came, a picture drawn anew. */
export async function addDocument(
  app: App,
  actor: Actor,
  key: string,
  { file, ...command }: DocumentCommand & { file: Bytes | undefined },
): Promise<Saved> {
  await planToChange(app.db, actor, key);
  if (file === undefined) {
    return { kind: 'refused', faults: [{ field: 'file', key: 'form.fault.missing' }] };
  }
  const taken = await takeIn(app, file, uploadKinds.document);
  if ('refused' in taken) {
    return { kind: 'refused', faults: [{ field: 'file', key: `event.file.${taken.refused}` }] };
  }
  return change(app, actor, key, { action: 'add-document', part: 'document' }, async (tx, plan) => {
    const sealed = await sealFile(tx, taken);
    const id = randomUUID();
    await tx
      .insertInto('event_plan_document')
      .values({
        id,
        plan_id: plan.id,
        position: await store.nextPosition(tx, 'event_plan_document', plan.id),
        kind: command.kind,
        language: command.language,
        title: localised(command.titleSq, command.titleEn),
        original_sha256: sealed.original,
        copy_sha256: sealed.copy ?? sealed.original,
        shown: command.shown,
      })
      .execute();
    if (isSeen(plan)) await openFiles(tx, plan.id);
    return { kind: 'done', value: { id } };
  });
}

/** Takes a part away. What is not there any more is as it should be. */
export function removePart(app: App, actor: Actor, key: string, part: Part, row: string): Promise<Saved> {
  return change(app, actor, key, { action: `remove-${part}`, part }, async (tx, plan) => {
    await store.deletePart(tx, `event_plan_${part}`, plan.id, row);
    return { kind: 'done', value: { id: row } };
  });
}

/** Lets everyone have the logos, pictures and documents of a plan that are to be seen. */
export async function openFiles(tx: Tx, planId: string): Promise<void> {
  const rows = [
    ...(await tx
      .selectFrom('event_plan_party')
      .select(['logo_original_sha256 as original', 'logo_sha256 as copy'])
      .where('plan_id', '=', planId)
      .execute()),
    ...(await tx
      .selectFrom('event_plan_person')
      .select(['photo_original_sha256 as original', 'photo_sha256 as copy'])
      .where('plan_id', '=', planId)
      .execute()),
    ...(await tx
      .selectFrom('event_plan_document')
      .select(['original_sha256 as original', 'copy_sha256 as copy'])
      .where('plan_id', '=', planId)
      .where('shown', '=', true)
      .execute()),
  ];
  await openCopies(
    tx,
    rows.flatMap(({ original, copy }) =>
      original !== null && copy !== null ? [{ originalSha256: original, copySha256: copy }] : [],
    ),
  );
}

function conflict(theirs: Fields, theirVersion: number): Saved {
  return { kind: 'conflict', theirs, theirVersion };
}

function gone(field: string): Saved {
  return { kind: 'refused', faults: [{ field, key: 'event.fault.gone' }] };
}

type ItemRow = Awaited<ReturnType<typeof readPlanItems>>[number];
type PersonRow = Awaited<ReturnType<typeof readPlanPeople>>[number];

export function itemFields(item: ItemRow): Fields {
  return {
    id: item.id,
    heldOn: item.heldOn,
    startsAt: item.startsAt ?? '',
    endsAt: item.endsAt ?? '',
    titleSq: item.title.sq ?? '',
    titleEn: item.title.en ?? '',
    summarySq: item.summary.sq ?? '',
    summaryEn: item.summary.en ?? '',
    trackSq: item.track.sq ?? '',
    trackEn: item.track.en ?? '',
    hallSq: item.hall.sq ?? '',
    hallEn: item.hall.en ?? '',
    version: String(item.version),
  };
}

export function personFields(person: PersonRow): Fields {
  return {
    id: person.id,
    person: person.personId ?? '',
    name: person.ownName ?? '',
    ...(person.nameAgreed ? { nameAgreed: 'yes' } : {}),
    role: person.role,
    capacitySq: person.capacity.sq ?? '',
    capacityEn: person.capacity.en ?? '',
    organisation: person.organisationId ?? '',
    municipality: person.municipalityId ?? '',
    attendance: person.attendance,
    item: person.itemId ?? '',
    version: String(person.version),
  };
}
