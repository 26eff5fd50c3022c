import { sql } from 'kysely';
import type { Db, Tx } from '#server/database/db.ts';

function selectPlan(db: Db) {
  return db
    .selectFrom('event_plan as plan')
    .innerJoin('organisation', 'organisation.id', 'plan.organisation_id')
    .leftJoin('municipality', 'municipality.id', 'plan.municipality_id')
    .leftJoin('event', 'event.id', 'plan.event_id')
    .select([
      'plan.id',
      'plan.key',
      'plan.title',
      'plan.kind',
      'plan.state',
      'plan.version',
      'plan.organisation_id as organisationId',
      'organisation.name as organisationName',
      'plan.municipality_id as municipalityId',
      'municipality.key as municipalityKey',
      'municipality.name as municipalityName',
      'plan.starts_on as startsOn',
      'plan.ends_on as endsOn',
      'plan.minutes',
      'plan.press_release as pressRelease',
      'plan.recording_url as recordingUrl',
      'plan.event_id as eventId',
      'event.key as eventKey',
    ]);
}

export function readPlan(db: Db, key: string) {
  return selectPlan(db).where('plan.key', '=', key).executeTakeFirst();
}

/** The plan from which an event of the record was published; undefined for those published otherwise. */
export function readPlanOfEvent(db: Db, eventId: string) {
  return selectPlan(db).where('plan.event_id', '=', eventId).executeTakeFirst();
}

/** The same, held to the end of the transaction. */
export async function holdPlan(tx: Tx, key: string) {
  await tx.selectFrom('event_plan').select('id').where('key', '=', key).forNoKeyUpdate().execute();
  return readPlan(tx, key);
}

export type PlanRow = NonNullable<Awaited<ReturnType<typeof readPlan>>>;

/** Writes what there is to read after a gathering. @returns whether it was still the version that the person began from */
export async function updateTexts(
  tx: Tx,
  id: string,
  base: number,
  texts: { minutes: string; press_release: string; recording_url: string },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('event_plan')
    .set((eb) => ({ ...texts, version: eb('version', '+', 1), updated_at: sql<Date>`now()` }))
    .where('id', '=', id)
    .where('version', '=', base)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

export function readPlanConclusions(db: Db, planId: string) {
  return db
    .selectFrom('event_plan_conclusion as written')
    .leftJoin('organisation', 'organisation.id', 'written.organisation_id')
    .select([
      'written.id',
      'written.position',
      'written.statement',
      'written.followed_up_by as followedUpBy',
      'written.due_on as dueOn',
      'written.organisation_id as organisationId',
      'organisation.key as organisationKey',
      'organisation.name as organisationName',
      'written.conclusion_id as conclusionId',
      'written.version',
    ])
    .where('written.plan_id', '=', planId)
    .orderBy('written.position')
    .orderBy('written.id')
    .execute();
}

export type PlanConclusion = Awaited<ReturnType<typeof readPlanConclusions>>[number];

export function readPlanPhotos(db: Db, planId: string) {
  return db
    .selectFrom('event_plan_photo as taken')
    .leftJoin('photo_withdrawal', 'photo_withdrawal.photo_id', 'taken.photo_id')
    .select([
      'taken.id',
      'taken.position',
      'taken.original_sha256 as originalSha256',
      'taken.copy_sha256 as copySha256',
      'taken.alt',
      'taken.credit',
      'taken.consent',
      'taken.consent_note as consentNote',
      'taken.photo_id as photoId',
      'photo_withdrawal.withdrawn_on as withdrawnOn',
    ])
    .where('taken.plan_id', '=', planId)
    .orderBy('taken.position')
    .orderBy('taken.id')
    .execute();
}

export type PlanPhoto = Awaited<ReturnType<typeof readPlanPhotos>>[number];
