import { sql } from 'kysely';
import type { Db } from '#server/database/db.ts';
import type { BoardIds } from './board-store.ts';

/**
 * Counts again what a step touched: the needs and sessions of the candidates given, and where the board's needs stand. A need
 * that stands somewhere is moved by steps alone, so the counts hold until the next one. The board is locked.
 */
export async function countAgain(
  tx: Db,
  { municipalityId, mandateId }: BoardIds,
  candidateIds: readonly string[],
): Promise<void> {
  await sql`
    UPDATE candidate_priority candidate SET needs = counted.needs, sessions = counted.sessions
    FROM (
      SELECT asked.id, count(placed.need_id) AS needs, count(DISTINCT need.session_id) AS sessions
      FROM unnest(${[...candidateIds]}::uuid[]) asked (id)
      LEFT JOIN compiled_need placed ON placed.municipality_id = ${municipalityId} AND placed.candidate_id = asked.id
      LEFT JOIN voiced_need need ON need.municipality_id = ${municipalityId} AND need.id = placed.need_id
      GROUP BY asked.id
    ) counted
    WHERE candidate.municipality_id = ${municipalityId} AND candidate.id = counted.id`.execute(tx);
  await sql`
    UPDATE compiling_board SET
      grouped = (SELECT coalesce(sum(needs), 0) FROM candidate_priority
                 WHERE municipality_id = ${municipalityId} AND mandate_id = ${mandateId}),
      aside = (SELECT count(*) FROM compiled_need placed
               JOIN voiced_need need ON need.municipality_id = ${municipalityId} AND need.id = placed.need_id
               WHERE placed.municipality_id = ${municipalityId} AND placed.candidate_id IS NULL
                 AND need.mandate_id = ${mandateId})
    WHERE municipality_id = ${municipalityId} AND mandate_id = ${mandateId}`.execute(tx);
}

/** How many needs a board has, and where they stand. */
export async function countNeeds(db: Db, { municipalityId, mandateId }: BoardIds) {
  const { rows } = await sql<{ needs: number; grouped: number; aside: number }>`
    SELECT counted.needs, coalesce(board.grouped, 0) AS grouped, coalesce(board.aside, 0) AS aside
    FROM (
      SELECT count(*) AS needs FROM voiced_need
      WHERE municipality_id = ${municipalityId} AND mandate_id = ${mandateId}
    ) counted
    LEFT JOIN compiling_board board ON board.municipality_id = ${municipalityId} AND board.mandate_id = ${mandateId}`.execute(
    db,
  );
  const { needs = 0, grouped = 0, aside = 0 } = rows[0] ?? {};
  return { needs, grouped, aside, waiting: needs - grouped - aside };
}
