import { sql } from 'kysely';
import type { Db } from '#server/database/db.ts';
import { municipalityRows, networkRows } from './tally-sql.ts';

/** How statuses are counted, as text: another one where a version counts otherwise. */
export function tallyFingerprint(db: Db): string {
  return [municipalityRows({ roundIds: [] }), networkRows([])]
    .map((query) => query.compile(db).sql)
    .join('\n');
}

interface ConcernedRound {
  id: string;
  /** Whether there are no figures yet: then those of every municipality are due. */
  isNew: boolean;
}

/** The rounds with a status whose figures the contracts of these municipalities have a part in. */
async function readConcerned(tx: Db, municipalityIds: readonly string[]): Promise<ConcernedRound[]> {
  const { rows } = await sql<ConcernedRound>`
    SELECT round.id, NOT EXISTS (SELECT FROM tally WHERE round_id = round.id) AS "isNew"
    FROM round
    WHERE mandate_id IN (SELECT mandate_id FROM contract WHERE municipality_id = any(${[...municipalityIds]}::uuid[]))
      AND EXISTS (SELECT FROM status WHERE round_id = round.id)`.execute(tx);
  return rows;
}

/**
 * Counts the statuses in force anew, per municipality and for the network, per field and over all: set-based, from the
 * rows, in the caller's transaction (docs/decisions/0005). A round without a single status has no figures yet.
 */
export async function rebuildTally(tx: Db): Promise<void> {
  await tx.deleteFrom('tally').execute();
  const { rows } = await sql<{ id: string }>`
    SELECT id FROM round WHERE EXISTS (SELECT FROM status WHERE round_id = round.id)`.execute(tx);
  const roundIds = rows.map(({ id }) => id);
  await municipalityRows({ roundIds }).execute(tx);
  await networkRows(roundIds).execute(tx);
}

/**
 * The same, where contracts, priorities or statuses of these municipalities alone have changed: their rows are counted
 * anew, and the network's are added up again. The caller holds what makes writers of the record wait for each other, as
 * the network's rows are made of those of all.
 */
export async function refreshTally(tx: Db, municipalityIds: readonly string[]): Promise<void> {
  const concerned = await readConcerned(tx, municipalityIds);
  if (concerned.length === 0) return;
  const roundIds = concerned.map(({ id }) => id);
  const known = concerned.flatMap(({ id, isNew }) => (isNew ? [] : [id]));
  const added = concerned.flatMap(({ id, isNew }) => (isNew ? [id] : []));
  await sql`
    DELETE FROM tally WHERE round_id = any(${roundIds}::uuid[])
      AND (municipality_id IS NULL OR municipality_id = any(${[...municipalityIds]}::uuid[]))`.execute(tx);
  await municipalityRows({ roundIds: known, municipalityIds }).execute(tx);
  if (added.length > 0) await municipalityRows({ roundIds: added }).execute(tx);
  await networkRows(roundIds).execute(tx);
}
