import type { Db, Tx } from '#server/database/db.ts';

export function readRemembered(db: Db) {
  return db
    .selectFrom('registration_plan')
    .innerJoin('event_plan', 'event_plan.id', 'registration_plan.plan_id')
    .select([
      'event_plan.id',
      'event_plan.ends_on as endsOn',
      'event_plan.municipality_id as municipalityId',
      'registration_plan.keep_days as keepDays',
    ])
    .where('registration_plan.forgotten_at', 'is', null)
    .orderBy('event_plan.id')
    .execute();
}

export async function deleteNeeds(db: Db, planId: string, now: Date): Promise<void> {
  await db
    .updateTable('registration')
    .set({ access_needs: '' })
    .where('plan_id', '=', planId)
    .where('access_needs', '!=', '')
    .execute();
  await db
    .updateTable('registration_plan')
    .set({ needs_deleted_at: now })
    .where('plan_id', '=', planId)
    .where('needs_deleted_at', 'is', null)
    .execute();
}

/** @returns how many were deleted */
export async function deletePeople(tx: Tx, planId: string, now: Date): Promise<number> {
  const { numDeletedRows } = await tx
    .deleteFrom('registration')
    .where('plan_id', '=', planId)
    .executeTakeFirst();
  // Walk-ins are counts without a name; when exactly each came is of no use any more.
  await tx.deleteFrom('door_act').where('plan_id', '=', planId).execute();
  await tx
    .updateTable('registration_plan')
    .set({ forgotten_at: now })
    .where('plan_id', '=', planId)
    .execute();
  return Number(numDeletedRows);
}
