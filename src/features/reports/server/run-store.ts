import { sql } from 'kysely';
import type { Db, Tx } from '#server/database/db.ts';

interface NewRun {
  id: string;
  roundId: string;
  municipalityId: string | null;
  askedBy: string | null;
  askedAt: Date;
}

export async function insertRun(tx: Tx, { id, roundId, municipalityId, askedBy, askedAt }: NewRun) {
  await tx
    .insertInto('report_run')
    .values({ id, round_id: roundId, municipality_id: municipalityId, asked_by: askedBy, asked_at: askedAt })
    .execute();
}

export function readRun(db: Db, id: string) {
  return db
    .selectFrom('report_run')
    .innerJoin('round', 'round.id', 'report_run.round_id')
    .select([
      'report_run.id',
      'report_run.round_id as roundId',
      'round.key as round',
      'report_run.municipality_id as municipalityId',
      'report_run.finished_at as finishedAt',
    ])
    .where('report_run.id', '=', id)
    .executeTakeFirst();
}

/** The last run over all municipalities of each round. */
export function readLastRuns(db: Db, roundIds: readonly string[]) {
  return db
    .selectFrom('report_run')
    .distinctOn('round_id')
    .select([
      'round_id as roundId',
      'asked_at as askedAt',
      'total',
      'made',
      'failed',
      'finished_at as finishedAt',
    ])
    .where('round_id', 'in', [...roundIds])
    .where('municipality_id', 'is', null)
    .orderBy('round_id')
    .orderBy('asked_at', 'desc')
    .execute();
}

/** Whether one over all municipalities of a round has been asked for and is not done. */
export async function isRunning(db: Db, roundId: string, since: Date): Promise<boolean> {
  const row = await db
    .selectFrom('report_run')
    .select('id')
    .where('round_id', '=', roundId)
    .where('municipality_id', 'is', null)
    .where('finished_at', 'is', null)
    .where('asked_at', '>', since)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** Begins to count, again where it was cut off. */
export async function beginRun(db: Db, id: string, total: number): Promise<void> {
  await db.updateTable('report_run').set({ total, made: 0, failed: 0 }).where('id', '=', id).execute();
}

/** One more; two may be told of at the same time. */
export async function noteProgress(db: Db, id: string, what: 'made' | 'failed'): Promise<void> {
  await db
    .updateTable('report_run')
    .set((eb) => ({ [what]: eb(what, '+', 1) }))
    .where('id', '=', id)
    .execute();
}

export async function endRun(db: Db, id: string, at: Date): Promise<void> {
  await db.updateTable('report_run').set({ finished_at: at }).where('id', '=', id).execute();
}

/** The municipalities with a status in a round, by key; one of them where it is named. */
export async function readReported(db: Db, roundId: string, municipalityId: string | null) {
  const { rows } = await sql<{ id: string; key: string }>`
    SELECT municipality.id, municipality.key FROM municipality
    WHERE (${municipalityId}::uuid IS NULL OR municipality.id = ${municipalityId}::uuid)
      AND EXISTS (
        SELECT FROM contract
        JOIN priority ON priority.contract_id = contract.id
        JOIN status ON status.priority_id = priority.id AND status.round_id = ${roundId}
        WHERE contract.municipality_id = municipality.id)
    ORDER BY municipality.key`.execute(db);
  return rows;
}
