import { sql, type Insertable, type Updateable } from 'kysely';
import type { Db, Tx } from '#server/database/db.ts';
import { slugOf } from '#server/datapackage/slug.ts';
import type { DB } from '#server/database/types.ts';

/** The member that holds events there today; for the whole network, its coordinator. */
export async function readHolder(db: Db, municipalityId: string | null): Promise<string | undefined> {
  const row = await db
    .selectFrom('membership')
    .select('organisation_id as id')
    .$if(municipalityId !== null, (query) => query.where('municipality_id', '=', municipalityId))
    .$if(municipalityId === null, (query) => query.where('role', '=', 'coordinator'))
    .where('until', 'is', null)
    .orderBy('key')
    .limit(1)
    .executeTakeFirst();
  return row?.id;
}

const longestKey = 80;

/** A key that no event has, planned or of the record. */
export async function freeKey(tx: Tx, words: string): Promise<string> {
  const base = slugOf(words).slice(0, longestKey).replace(/-$/, '');
  for (let number = 1; ; number += 1) {
    const key = number === 1 ? base : `${base}-${number}`;
    const { rows } = await sql`
      SELECT FROM event WHERE key = ${key} UNION ALL SELECT FROM event_plan WHERE key = ${key}`.execute(tx);
    if (rows.length === 0) return key;
  }
}

export async function insertPlan(tx: Tx, plan: Insertable<DB['event_plan']>): Promise<void> {
  await tx.insertInto('event_plan').values(plan).execute();
}

/** @returns whether it was still the version that the person began from */
export async function updatePlan(
  tx: Tx,
  id: string,
  base: number,
  columns: Updateable<DB['event_plan']>,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('event_plan')
    .set((eb) => ({ ...columns, version: eb('version', '+', 1), updated_at: sql<Date>`now()` }))
    .where('id', '=', id)
    .where('version', '=', base)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Notes that something of the plan changed, for calendars and for whoever edits it meanwhile elsewhere. */
export async function touchPlan(
  tx: Tx,
  id: string,
  columns: Updateable<DB['event_plan']> = {},
): Promise<void> {
  await tx
    .updateTable('event_plan')
    .set({ ...columns, updated_at: sql<Date>`now()` })
    .where('id', '=', id)
    .execute();
}

export async function replaceTopics(
  tx: Tx,
  planId: string,
  statements: readonly string[],
  makeId: () => string,
): Promise<void> {
  await tx.deleteFrom('event_plan_topic').where('plan_id', '=', planId).execute();
  if (statements.length === 0) return;
  await tx
    .insertInto('event_plan_topic')
    .values(
      statements.map((statement, index) => ({
        id: makeId(),
        plan_id: planId,
        position: index + 1,
        statement,
      })),
    )
    .execute();
}

/** Who plans an event holds it, until somebody says otherwise. */
export async function insertHolder(
  tx: Tx,
  { id, planId, organisationId }: { id: string; planId: string; organisationId: string },
): Promise<void> {
  await tx
    .insertInto('event_plan_party')
    .values({ id, plan_id: planId, position: 1, role: 'organiser', organisation_id: organisationId })
    .execute();
}

export type PartTable =
  | 'event_plan_document'
  | 'event_plan_item'
  | 'event_plan_municipality'
  | 'event_plan_party'
  | 'event_plan_person';

export async function nextPosition(tx: Tx, table: PartTable, planId: string): Promise<number> {
  const row = await tx
    .selectFrom(table)
    .select((eb) => eb.fn.max('position').as('last'))
    .where('plan_id', '=', planId)
    .executeTakeFirst();
  return (row?.last ?? 0) + 1;
}

/** @returns whether it was there */
export async function deletePart(tx: Tx, table: PartTable, planId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom(table)
    .where('plan_id', '=', planId)
    .where('id', '=', id)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}
