import { sql, type Insertable, type Updateable } from 'kysely';
import type { Db, Tx } from '#server/database/db.ts';
import type { DB } from '#server/database/types.ts';
import type { Mode } from '../mode.ts';
import { answerMap } from '../question.ts';

export function selectRegistration(db: Db) {
  return db
    .selectFrom('registration')
    .select([
      'plan_id as planId',
      'id',
      'mode',
      'number',
      'state',
      'offered_until as offeredUntil',
      'wanted_mode as wantedMode',
      'wanted_number as wantedNumber',
      'name',
      'email',
      'language',
      'answers',
      'sex',
      'age_band as ageBand',
      'municipality_id as municipalityId',
      'organisation_kind as organisationKind',
      'access_needs as accessNeeds',
      'created_at as createdAt',
      'arrived_at as arrivedAt',
      'version',
    ]);
}

type Row = Awaited<ReturnType<ReturnType<typeof selectRegistration>['execute']>>[number];

function withAnswers(row: Row) {
  return { ...row, answers: answerMap.parse(row.answers) };
}

export type Registration = ReturnType<typeof withAnswers>;

export async function readByLink(db: Db, sha256: string): Promise<Registration | undefined> {
  const row = await selectRegistration(db).where('link_sha256', '=', sha256).executeTakeFirst();
  return row && withAnswers(row);
}

/** When somebody arrived; undefined where nobody is known by that number, or not any more. */
export function readArrival(db: Db, planId: string, id: string) {
  return db
    .selectFrom('registration')
    .select('arrived_at as arrivedAt')
    .where('plan_id', '=', planId)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** The same person again, held until the transaction ends. */
export async function holdRegistration(
  tx: Tx,
  planId: string,
  id: string,
): Promise<Registration | undefined> {
  const row = await selectRegistration(tx)
    .where('plan_id', '=', planId)
    .where('id', '=', id)
    .forUpdate()
    .executeTakeFirst();
  return row && withAnswers(row);
}

/** The registration that an address has for an event. */
export async function readStanding(
  db: Db,
  planId: string,
  emailFolded: string,
): Promise<Registration | undefined> {
  const row = await selectRegistration(db)
    .where('plan_id', '=', planId)
    .where('email_folded', '=', emailFolded)
    .where('state', 'in', ['place', 'offered', 'waiting'])
    .executeTakeFirst();
  return row && withAnswers(row);
}

/** @returns false where the address has one already */
export async function insertRegistration(tx: Tx, row: Insertable<DB['registration']>): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('registration')
    .values(row)
    .onConflict((on) => on.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

export async function updateRegistration(
  tx: Tx,
  planId: string,
  id: string,
  row: Updateable<DB['registration']>,
): Promise<void> {
  await tx.updateTable('registration').set(row).where('plan_id', '=', planId).where('id', '=', id).execute();
}

export async function countHeld(db: Db, planId: string, mode: Mode): Promise<number> {
  const { held } = await db
    .selectFrom('registration')
    .select((eb) => eb.fn.countAll<number>().as('held'))
    .where('plan_id', '=', planId)
    .where('mode', '=', mode)
    .where('state', 'in', ['place', 'offered'])
    .executeTakeFirstOrThrow();
  return held;
}

/**
 * Those who wait for a mode, the first ones first, each with their number in that order. Who has a place elsewhere and would
 * rather have one here still is of the other mode.
 */
export async function readWaiting(db: Db, planId: string, mode: Mode, most: number): Promise<Registration[]> {
  const [waiting, wanting] = await Promise.all([
    selectRegistration(db)
      .where('plan_id', '=', planId)
      .where('mode', '=', mode)
      .where('state', '=', 'waiting')
      .orderBy('number')
      .limit(most)
      .execute(),
    selectRegistration(db)
      .where('plan_id', '=', planId)
      .where('wanted_mode', '=', mode)
      .orderBy('wanted_number')
      .limit(most)
      .execute(),
  ]);
  return [...waiting, ...wanting.map((row) => ({ ...row, number: row.wantedNumber ?? row.number }))]
    .toSorted((a, b) => a.number - b.number)
    .slice(0, most)
    .map(withAnswers);
}

/** Offers that have ended without an answer. */
export async function readLapsed(db: Db, planId: string, mode: Mode, now: Date) {
  const rows = await selectRegistration(db)
    .where('plan_id', '=', planId)
    .where('mode', '=', mode)
    .where('state', '=', 'offered')
    .where('offered_until', '<=', now)
    .execute();
  return rows.map(withAnswers);
}

/** How many wait for a mode before somebody. */
export async function countAhead(
  db: Db,
  { planId, mode, number }: Pick<Registration, 'planId' | 'mode' | 'number'>,
): Promise<number> {
  const { rows } = await sql<{ ahead: number }>`
    SELECT (SELECT count(*) FROM registration
        WHERE plan_id = ${planId} AND mode = ${mode} AND state = 'waiting' AND number < ${number})
      + (SELECT count(*) FROM registration
        WHERE plan_id = ${planId} AND wanted_mode = ${mode} AND wanted_number < ${number}) AS ahead`.execute(
    db,
  );
  return rows[0]?.ahead ?? 0;
}

/** Notes that something was written to somebody. @returns false where it was before */
export async function noteOnce(
  tx: Tx,
  { planId, id }: { planId: string; id: string },
  kind: string,
  now: Date,
) {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('registration_notice')
    .values({ plan_id: planId, registration_id: id, kind, sent_at: now })
    .onConflict((on) => on.doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

/** The same for what may be written again after a while. */
export async function noteAgain(
  tx: Tx,
  { planId, id }: { planId: string; id: string },
  kind: string,
  { now, notAfter }: { now: Date; notAfter: Date },
): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('registration_notice')
    .values({ plan_id: planId, registration_id: id, kind, sent_at: now })
    .onConflict((on) =>
      on
        .columns(['plan_id', 'registration_id', 'kind'])
        .doUpdateSet({ sent_at: now })
        .where('registration_notice.sent_at', '<=', notAfter),
    )
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

export function readMunicipalityNames(db: Db) {
  return db.selectFrom('municipality').select(['id', 'name']).orderBy('name').execute();
}

/** How many answered each question, by its id. */
export async function countAnswers(db: Db, planId: string): Promise<ReadonlyMap<string, number>> {
  const { rows } = await sql<{ question: string; people: number }>`
    SELECT question, count(*)::integer AS people
    FROM registration, jsonb_object_keys(answers) AS question
    WHERE plan_id = ${planId} GROUP BY question`.execute(db);
  return new Map(rows.map(({ question, people }) => [question, people]));
}

export async function deleteAnswers(db: Db, planId: string, question: string): Promise<void> {
  await db
    .updateTable('registration')
    .set({ answers: sql`answers - ${question}::text` })
    .where('plan_id', '=', planId)
    .where(sql<boolean>`answers ? ${question}`)
    .execute();
}

/** How many are in each state, of each mode. */
export function countStates(db: Db, planId: string) {
  return db
    .selectFrom('registration')
    .select((eb) => ['mode', 'state', eb.fn.countAll<number>().as('people')])
    .where('plan_id', '=', planId)
    .groupBy(['mode', 'state'])
    .execute();
}
