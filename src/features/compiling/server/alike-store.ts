import { sql } from 'kysely';
import type { Db } from '#server/database/db.ts';
import type { BoardIds } from './board-store.ts';

export interface Said {
  id: string;
  statement: string;
  candidateId: string | null;
}

/** Needs like one need that are looked at. */
const mostAlike = 40;

/** The next needs of a board by id that are not set aside. */
export async function readStatements(
  db: Db,
  { municipalityId, mandateId }: BoardIds,
  { after, limit }: { after: string | undefined; limit: number },
): Promise<Said[]> {
  const { rows } = await sql<Said>`
    SELECT need.id, need.statement, placed.candidate_id AS "candidateId"
    FROM voiced_need need
    LEFT JOIN compiled_need placed ON placed.municipality_id = ${municipalityId} AND placed.need_id = need.id
    WHERE need.municipality_id = ${municipalityId} AND need.mandate_id = ${mandateId}
      AND placed.set_aside_reason IS NULL
      ${after === undefined ? sql`` : sql`AND need.id > ${after}`}
    ORDER BY need.id LIMIT ${limit}`.execute(db);
  return rows;
}

/** What any of these queries of words finds (need-query.ts), each by the index of words: see findByWords. */
export function readAlike(
  db: Db,
  { municipalityId, mandateId }: BoardIds,
  words: readonly string[],
): Promise<Said[]> {
  return db.transaction().execute(async (tx) => {
    await sql`SELECT set_config('enable_seqscan', 'off', true)`.execute(tx);
    const { rows } = await sql<Said>`
      WITH found AS MATERIALIZED (
        SELECT DISTINCT need.id
        FROM unnest(${[...words]}::text[]) asked
        CROSS JOIN LATERAL (
          SELECT id FROM voiced_need WHERE words @@ asked::tsquery LIMIT ${mostAlike}
        ) need
      )
      SELECT need.id, need.statement, placed.candidate_id AS "candidateId"
      FROM found
      JOIN voiced_need need ON need.municipality_id = ${municipalityId} AND need.id = found.id
      LEFT JOIN compiled_need placed ON placed.municipality_id = ${municipalityId} AND placed.need_id = need.id
      WHERE need.mandate_id = ${mandateId} AND placed.set_aside_reason IS NULL`.execute(tx);
    return rows;
  });
}
