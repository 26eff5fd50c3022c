import { sql } from 'kysely';
import type { Db, Tx } from '#server/database/db.ts';

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
