import { sql } from 'kysely';
import type { Db } from '#server/database/db.ts';

/**
 * The reports that wait for their PDFs, or in which something was put right since their newest edition: a status was
 * corrected, or a dispute decided.
 */
export async function readDueReports(db: Db) {
  const { rows } = await sql<{ roundId: string; municipalityId: string | null }>`
    WITH newest AS (
      SELECT DISTINCT ON (round_id, municipality_id) id, round_id, municipality_id, published_on::text AS day
      FROM monitoring_report ORDER BY round_id, municipality_id, edition DESC
    ), put_right AS (
      SELECT status.round_id, status.priority_id, status.published_on AS day
      FROM status WHERE status.version > 1
      UNION ALL
      SELECT dispute.round_id, dispute.priority_id, decision.decided_on::text
      FROM dispute_decision decision JOIN dispute ON dispute.id = decision.dispute_id
    )
    SELECT newest.round_id AS "roundId", newest.municipality_id AS "municipalityId" FROM newest
    WHERE NOT EXISTS (SELECT FROM monitoring_report_file made WHERE made.report_id = newest.id)
      OR EXISTS (
        SELECT FROM put_right
        JOIN priority ON priority.id = put_right.priority_id
        JOIN contract ON contract.id = priority.contract_id
        WHERE put_right.round_id = newest.round_id AND put_right.day >= newest.day
          AND (newest.municipality_id IS NULL OR contract.municipality_id = newest.municipality_id))
    ORDER BY 1, 2`.execute(db);
  return rows;
}
