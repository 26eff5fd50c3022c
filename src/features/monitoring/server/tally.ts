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

/** What is counted of these municipalities, by round: where it is told otherwise afterwards, something has changed. */
async function readDigests(tx: Db, roundIds: readonly string[], municipalityIds: readonly string[]) {
  const { rows } = await sql<{ id: string; municipalities: number; digest: string }>`
    SELECT round_id AS id, count(DISTINCT municipality_id)::integer AS municipalities,
           md5(string_agg(tally::text, ' ' ORDER BY municipality_id, field_id)) AS digest
    FROM tally
    WHERE round_id = any(${[...roundIds]}::uuid[]) AND municipality_id = any(${[...municipalityIds]}::uuid[])
    GROUP BY round_id`.execute(tx);
  return new Map(rows.map((row) => [row.id, row]));
}

/**
 * The same, where contracts, priorities or statuses of these municipalities alone have changed: their rows are counted
 * anew, and the network's are added up again in the rounds where that made a difference. The caller holds what makes
 * writers of the record wait for each other, as the network's rows are made of those of all.
 */
export async function refreshTally(tx: Db, municipalityIds: readonly string[]): Promise<void> {
  const concerned = await readConcerned(tx, municipalityIds);
  if (concerned.length === 0) return;
  const roundIds = concerned.map(({ id }) => id);
  const known = concerned.flatMap(({ id, isNew }) => (isNew ? [] : [id]));
  const added = concerned.flatMap(({ id, isNew }) => (isNew ? [id] : []));
  const before = await readDigests(tx, roundIds, municipalityIds);
  await sql`
    DELETE FROM tally WHERE round_id = any(${roundIds}::uuid[])
      AND municipality_id = any(${[...municipalityIds]}::uuid[])`.execute(tx);
  await municipalityRows({ roundIds: known, municipalityIds }).execute(tx);
  if (added.length > 0) await municipalityRows({ roundIds: added }).execute(tx);
  const after = await readDigests(tx, roundIds, municipalityIds);
  // A contract without a priority has no row of its own that could tell.
  const changed = roundIds.filter(
    (id) =>
      before.get(id)?.digest !== after.get(id)?.digest ||
      (after.get(id)?.municipalities ?? 0) < municipalityIds.length,
  );
  await sql`DELETE FROM tally WHERE round_id = any(${changed}::uuid[]) AND municipality_id IS NULL`.execute(
    tx,
  );
  await networkRows(changed).execute(tx);
}
