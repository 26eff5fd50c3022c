import { sql } from 'kysely';
import { anyOf } from '#server/database/any-of.ts';
import type { Tx } from '#server/database/db.ts';

/** Notes where answers came in, and holds the rows: nobody counts there before this transaction has ended. */
export async function markUncounted(tx: Tx, municipalityIds: readonly string[], since: Date): Promise<void> {
  await tx
    .insertInto('resident_view_uncounted')
    .values(municipalityIds.toSorted().map((municipality_id) => ({ municipality_id, since })))
    .onConflict((conflict) => conflict.column('municipality_id').doUpdateSet({ since }))
    .execute();
}

/** Where answers wait to be counted; the rows are gone with this transaction. */
export async function takeUncounted(tx: Tx): Promise<string[]> {
  // Held in one order, as those who answer hold them, so that none waits for another in a circle.
  const held = await tx
    .selectFrom('resident_view_uncounted')
    .select('municipality_id as id')
    .orderBy('municipality_id')
    .forUpdate()
    .execute();
  const ids = held.map(({ id }) => id);
  if (ids.length > 0) await dropUncounted(tx, ids);
  return ids;
}

export async function dropUncounted(tx: Tx, municipalityIds: readonly string[]): Promise<void> {
  await tx.deleteFrom('resident_view_uncounted').where(anyOf('municipality_id', municipalityIds)).execute();
}

/** Puts the counts of some municipalities as their residents' answers are now. */
export async function writeCounts(tx: Tx, municipalityIds: readonly string[]): Promise<void> {
  await tx.deleteFrom('resident_view_count').where(anyOf('municipality_id', municipalityIds)).execute();
  await sql`
    INSERT INTO resident_view_count (municipality_id, priority_id, round_id, unit, answer, n)
    SELECT view.municipality_id, priority_id, round_id, coalesce(unit.key, ''), answer, count(*)
    FROM resident_view view LEFT JOIN administrative_unit unit ON unit.id = view.unit_id
    WHERE view.municipality_id = ANY(${[...municipalityIds]}::uuid[])
    GROUP BY view.municipality_id, priority_id, round_id, coalesce(unit.key, ''), answer`.execute(tx);
}
