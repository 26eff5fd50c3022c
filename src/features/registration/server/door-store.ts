import { sql, type Insertable } from 'kysely';
import type { Db, Tx } from '#server/database/db.ts';
import type { DB } from '#server/database/types.ts';

/** Who is expected, by name: with a place, or the offer of one; whoever waits may be let in when places stay empty. */
export function readExpected(db: Db, planId: string) {
  return db
    .selectFrom('registration')
    .select(['id', 'name', 'mode', 'state', 'code_sha256 as codeSha256', 'arrived_at as arrivedAt'])
    .where('plan_id', '=', planId)
    .where('state', 'in', ['place', 'offered', 'waiting'])
    .orderBy('name')
    .orderBy('id')
    .execute();
}

/** One device after the other. */
export async function holdDoor(tx: Tx, planId: string): Promise<void> {
  await tx
    .selectFrom('registration_plan')
    .select('plan_id')
    .where('plan_id', '=', planId)
    .forUpdate()
    .execute();
}

/** Which of some registrations are of the event. */
export async function readKnown(tx: Tx, planId: string, ids: readonly string[]): Promise<Set<string>> {
  const rows = await tx
    .selectFrom('registration')
    .select('id')
    .where('plan_id', '=', planId)
    .where(sql<boolean>`id = any(${ids}::uuid[])`)
    .execute();
  return new Set(rows.map(({ id }) => id));
}

/** Adds what was done, each once however often it is sent. */
export async function insertActs(tx: Tx, rows: readonly Insertable<DB['door_act']>[]): Promise<void> {
  if (rows.length === 0) return;
  await tx
    .insertInto('door_act')
    .values([...rows])
    .onConflict((on) => on.doNothing())
    .execute();
}

/** All that was done about some people, by every device. */
export function readActs(tx: Tx, planId: string, registrationIds: readonly string[]) {
  return tx
    .selectFrom('door_act')
    .select(['id', 'kind', 'registration_id as registrationId', 'happened_at as happenedAt', 'device'])
    .where('plan_id', '=', planId)
    .where(sql<boolean>`registration_id = any(${registrationIds}::uuid[])`)
    .execute();
}

/** Writes down when people arrived, all in one statement. */
export async function setArrivals(
  tx: Tx,
  planId: string,
  arrivals: readonly { id: string; arrivedAt: Date | null }[],
): Promise<void> {
  const ids = arrivals.map(({ id }) => id);
  const times = arrivals.map(({ arrivedAt }) => arrivedAt);
  await sql`
    UPDATE registration SET arrived_at = given.at
    FROM unnest(${ids}::uuid[], ${times}::timestamptz[]) AS given (id, at)
    WHERE registration.plan_id = ${planId} AND registration.id = given.id
      AND registration.arrived_at IS DISTINCT FROM given.at`.execute(tx);
}

export async function countWalkIns(db: Db, planId: string): Promise<number> {
  const { rows } = await sql<{ people: number }>`
    SELECT count(*)::integer AS people FROM door_act AS walk
    WHERE walk.plan_id = ${planId} AND walk.kind = 'walk-in' AND NOT EXISTS (
      SELECT FROM door_act AS taken
      WHERE taken.plan_id = ${planId} AND taken.kind = 'undo' AND taken.target_id = walk.id)`.execute(db);
  return rows[0]?.people ?? 0;
}

/** The walk-in that was counted last and not taken back. */
export async function readLastWalkIn(db: Db, planId: string): Promise<string | undefined> {
  const { rows } = await sql<{ id: string }>`
    SELECT walk.id FROM door_act AS walk
    WHERE walk.plan_id = ${planId} AND walk.kind = 'walk-in' AND NOT EXISTS (
      SELECT FROM door_act AS taken
      WHERE taken.plan_id = ${planId} AND taken.kind = 'undo' AND taken.target_id = walk.id)
    ORDER BY walk.happened_at DESC, walk.id LIMIT 1`.execute(db);
  return rows[0]?.id;
}
