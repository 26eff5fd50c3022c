import { sql } from 'kysely';
import type { Db } from '#server/database/db.ts';
import type { Beside } from '../assessed.ts';

interface DraftId {
  assessmentId: string;
  priorityId: string;
}

/** @returns whether it was written: not where somebody has changed it since `base` (0: there was nothing) */
export async function writeStatusDraft(
  tx: Db,
  { assessmentId, priorityId }: DraftId,
  { rationale, late, reversed, blockedBy }: Beside,
  base: number,
): Promise<boolean> {
  const set = { rationale: JSON.stringify(rationale), late, reversed, blocked_by: blockedBy };
  if (base === 0) {
    const { numInsertedOrUpdatedRows } = await tx
      .insertInto('status_draft')
      .values({ assessment_id: assessmentId, priority_id: priorityId, ...set })
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    return (numInsertedOrUpdatedRows ?? 0n) > 0n;
  }
  const { numUpdatedRows } = await tx
    .updateTable('status_draft')
    .set({ ...set, version: sql`version + 1` })
    .where('assessment_id', '=', assessmentId)
    .where('priority_id', '=', priorityId)
    .where('version', '=', base)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}
