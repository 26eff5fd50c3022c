import { randomUUID } from 'node:crypto';
import type { Insertable } from 'kysely';
import type { Actor } from '#features/accounts/actor.ts';
import type { Role } from '#features/accounts/role.ts';
import type { Db } from '#server/database/db.ts';
import type { DB } from '#server/database/types.ts';
import { addAccount, addMembership, addMunicipalities, addOrganisation } from './factories.ts';

/** A municipality with a member organisation that holds gatherings there. */
export async function addGatheringPlace(db: Db) {
  const [municipality] = await addMunicipalities(db, [{ name: 'Fier' }]);
  if (!municipality) throw new Error('one was added');
  const organisation = await addOrganisation(db);
  await addMembership(db, { organisation_id: organisation.id, municipality_id: municipality.id });
  return { municipality, organisation };
}

export type GatheringPlace = Awaited<ReturnType<typeof addGatheringPlace>>;

/** Someone with a role in the organisation there. */
export async function addWorkerAt(db: Db, role: Role, at: GatheringPlace): Promise<Actor> {
  const { id } = await addAccount(db);
  const scope = {
    kind: 'organisation',
    organisationId: at.organisation.id,
    municipalityIds: [at.municipality.id],
  } as const;
  return { kind: 'account', id, grants: [{ role, scope }], awaitsSecondFactor: false };
}

/** An announced gathering, held by the organisation in its municipality. */
export async function addGathering(
  db: Db,
  { organisation, municipality }: GatheringPlace,
  given: Partial<Insertable<DB['event_plan']>> = {},
) {
  const id = randomUUID();
  const row = {
    id,
    key: `takimi-${id.slice(0, 8)}`,
    organisation_id: organisation.id,
    municipality_id: municipality.id,
    kind: 'conference' as const,
    title: JSON.stringify({ sq: 'Konferenca kombëtare', en: 'National conference' }),
    mode: 'both' as const,
    starts_on: '2027-05-12',
    starts_at: '10:00',
    ends_on: '2027-05-12',
    ends_at: '13:00',
    state: 'announced' as const,
    ...given,
  };
  await db.insertInto('event_plan').values(row).execute();
  return row;
}

/** An event of the record. */
export async function addRecordEvent(db: Db, key: string) {
  const event = { id: randomUUID(), key };
  await db
    .insertInto('event')
    .values({
      ...event,
      kind: 'conference',
      title: JSON.stringify({ sq: 'Konferenca kombëtare', en: 'National conference' }),
      starts: '2027-05-12',
      participants: 140,
      participants_is: 'exact',
      online: true,
    })
    .execute();
  return event;
}

/** The event that a gathering became in the record. */
export async function addEventOf(db: Db, plan: { id: string; key: string }) {
  const event = await addRecordEvent(db, plan.key);
  await db
    .updateTable('event_plan')
    .set({ event_id: event.id, state: 'published' })
    .where('id', '=', plan.id)
    .execute();
  return event;
}

/** A photograph taken at a gathering; its file is known, not stored. */
export async function addPlanPhoto(
  db: Db,
  planId: string,
  given: Partial<Insertable<DB['event_plan_photo']>> = {},
) {
  const [original, copy] = [randomUUID(), randomUUID()].map((id) => id.replaceAll('-', '').repeat(2));
  if (!original || !copy) throw new Error('two were made');
  await db
    .insertInto('file')
    .values([original, copy].map((sha256) => ({ sha256, media_type: 'image/webp', size_bytes: 1 })))
    .execute();
  const row = {
    id: randomUUID(),
    plan_id: planId,
    position: 1,
    original_sha256: original,
    copy_sha256: copy,
    alt: JSON.stringify({ sq: 'Salla', en: 'The hall' }),
    consent: 'given' as const,
    ...given,
  };
  await db.insertInto('event_plan_photo').values(row).execute();
  return row;
}

export async function addPlanConclusion(
  db: Db,
  planId: string,
  given: Partial<Insertable<DB['event_plan_conclusion']>> = {},
) {
  const row = {
    id: randomUUID(),
    plan_id: planId,
    position: 1,
    statement: JSON.stringify({ sq: 'Kontratat nënshkruhen.', en: 'The contracts are signed.' }),
    ...given,
  };
  await db.insertInto('event_plan_conclusion').values(row).execute();
  return row;
}

/** A conclusion of the record, of an event of its own on 12 May 2027. */
export async function addConclusion(
  db: Db,
  given: Partial<Insertable<DB['conclusion']>> & { organisation_id?: string } = {},
) {
  const { organisation_id, ...own } = given;
  const event = { id: randomUUID(), key: `event-${randomUUID().slice(0, 8)}` };
  await db
    .insertInto('event')
    .values({
      ...event,
      kind: 'conference',
      title: JSON.stringify({ sq: 'Konferenca', en: 'Conference' }),
      starts: '2027-05-12',
    })
    .execute();
  const row = {
    id: randomUUID(),
    key: `${event.key}/1`,
    event_id: event.id,
    position: 1,
    statement: JSON.stringify({ sq: 'Kontratat nënshkruhen.', en: 'The contracts are signed.' }),
    ...own,
  };
  await db.insertInto('conclusion').values(row).execute();
  if (organisation_id !== undefined) {
    const follower = { id: randomUUID(), key: `${row.key}/follower` };
    await db
      .insertInto('conclusion_follower')
      .values({ ...follower, conclusion_id: row.id, organisation_id })
      .execute();
  }
  return row;
}
