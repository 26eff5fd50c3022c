import type { Db } from '#server/database/db.ts';

export function readPlanTopics(db: Db, planId: string) {
  return db
    .selectFrom('event_plan_topic')
    .select(['id', 'statement'])
    .where('plan_id', '=', planId)
    .orderBy('position')
    .execute();
}

export function readPlanParties(db: Db, planId: string) {
  return db
    .selectFrom('event_plan_party as party')
    .leftJoin('organisation', 'organisation.id', 'party.organisation_id')
    .leftJoin('donor', 'donor.id', 'party.donor_id')
    .select((eb) => [
      'party.id',
      'party.position',
      'party.role',
      'party.through',
      'party.organisation_id as organisationId',
      'party.donor_id as donorId',
      'party.name as ownName',
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
      'party.logo_original_sha256 as logoOriginal',
      'party.version',
    ])
    .where('party.plan_id', '=', planId)
    .orderBy('party.position')
    .execute();
}

export type PlanParty = Awaited<ReturnType<typeof readPlanParties>>[number];

export function readPlanItems(db: Db, planId: string) {
  return db
    .selectFrom('event_plan_item')
    .select([
      'id',
      'position',
      'held_on as heldOn',
      'starts_at as startsAt',
      'ends_at as endsAt',
      'track',
      'hall',
      'title',
      'summary',
      'version',
    ])
    .where('plan_id', '=', planId)
    .orderBy('held_on')
    .orderBy('starts_at')
    .orderBy('position')
    .execute();
}

export type PlanItem = Awaited<ReturnType<typeof readPlanItems>>[number];

function selectPeople(db: Db) {
  return db
    .selectFrom('event_plan_person as taking_part')
    .leftJoin('person', 'person.id', 'taking_part.person_id')
    .leftJoin('organisation', 'organisation.id', 'taking_part.organisation_id')
    .leftJoin('municipality', 'municipality.id', 'taking_part.municipality_id')
    .select((eb) => [
      'taking_part.id',
      'taking_part.plan_id as planId',
      'taking_part.position',
      'taking_part.item_id as itemId',
      'taking_part.person_id as personId',
      'taking_part.name as ownName',
      'taking_part.name_agreed as nameAgreed',
      eb.fn.coalesce('person.name', 'taking_part.name').as('name'),
      'taking_part.role',
      'taking_part.capacity',
      'taking_part.organisation_id as organisationId',
      'organisation.key as organisationKey',
      'organisation.name as organisationName',
      'taking_part.municipality_id as municipalityId',
      'municipality.key as municipalityKey',
      'municipality.name as municipalityName',
      'taking_part.attendance',
      'taking_part.biography',
      'taking_part.photo_sha256 as photo',
      'taking_part.photo_original_sha256 as photoOriginal',
      'taking_part.confirmed_at as confirmedAt',
      'taking_part.version',
    ]);
}

export function readPlanPeople(db: Db, planId: string) {
  return selectPeople(db)
    .where('taking_part.plan_id', '=', planId)
    .orderBy('taking_part.position')
    .orderBy('taking_part.id')
    .execute();
}

export function readPlanPerson(db: Db, id: string) {
  return selectPeople(db).where('taking_part.id', '=', id).executeTakeFirst();
}

export type PlanPerson = Awaited<ReturnType<typeof readPlanPeople>>[number];

export function readPlanMunicipalities(db: Db, planId: string) {
  return db
    .selectFrom('event_plan_municipality as part')
    .innerJoin('municipality', 'municipality.id', 'part.municipality_id')
    .select([
      'part.id',
      'part.municipality_id as municipalityId',
      'municipality.key as municipalityKey',
      'municipality.name as municipalityName',
      'part.attendance',
      'part.represented_by as representedBy',
      'part.version',
    ])
    .where('part.plan_id', '=', planId)
    .orderBy('part.position')
    .execute();
}

export type PlanMunicipality = Awaited<ReturnType<typeof readPlanMunicipalities>>[number];

export function readPlanDocuments(db: Db, planId: string) {
  return db
    .selectFrom('event_plan_document')
    .select([
      'id',
      'position',
      'kind',
      'language',
      'title',
      'original_sha256 as original',
      'copy_sha256 as copy',
      'shown',
      'version',
    ])
    .where('plan_id', '=', planId)
    .orderBy('position')
    .execute();
}

export type PlanDocument = Awaited<ReturnType<typeof readPlanDocuments>>[number];
