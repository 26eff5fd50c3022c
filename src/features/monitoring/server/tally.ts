import { sql } from 'kysely';
import type { Db } from '#server/database/db.ts';

/** How the statuses in force are counted. */
export const tallySql = `
  WITH in_force AS (
    SELECT DISTINCT ON (priority_id, round_id) priority_id, round_id, status, initiated, contested
    FROM status ORDER BY priority_id, round_id, version DESC
  ), assessed_rounds AS (
    -- A round without a single status has no figures yet.
    SELECT id, mandate_id, ends FROM round WHERE EXISTS (SELECT FROM status WHERE round_id = round.id)
  ), covered AS (
    SELECT round.id AS round_id, contract.id AS contract_id, contract.municipality_id,
           contract.priority_count, contract.priority_count_is
    FROM assessed_rounds round
    JOIN contract ON contract.mandate_id = round.mandate_id
      AND (contract.starts IS NULL OR contract.starts <= round.ends)
  ), counted AS (
    SELECT covered.round_id, covered.municipality_id, priority.field_id, in_force.status,
           coalesce(in_force.initiated, false) AS initiated, coalesce(in_force.contested, false) AS contested
    FROM covered
    JOIN priority ON priority.contract_id = covered.contract_id
    LEFT JOIN in_force ON in_force.priority_id = priority.id AND in_force.round_id = covered.round_id
  ), sized AS (
    SELECT covered.round_id, covered.municipality_id,
           sum(greatest(covered.priority_count, in_record.n)) AS frozen_count, sum(in_record.n) AS in_record,
           CASE WHEN bool_and(covered.priority_count_is = 'exact' AND covered.priority_count >= in_record.n) IS TRUE
                THEN 'exact' ELSE 'at-least' END AS frozen_is
    FROM covered
    CROSS JOIN LATERAL (SELECT count(*) AS n FROM priority WHERE contract_id = covered.contract_id) in_record
    GROUP BY GROUPING SETS ((covered.round_id), (covered.round_id, covered.municipality_id))
  ), tallied AS (
    SELECT round_id, municipality_id, field_id, count(*) AS priorities,
           count(*) FILTER (WHERE status = 'fully') AS fully, count(*) FILTER (WHERE status = 'partly') AS partly,
           count(*) FILTER (WHERE status = 'not') AS not_addressed, count(*) FILTER (WHERE status = 'no-data') AS no_data,
           count(*) FILTER (WHERE status = 'not-assessable') AS not_assessable,
           count(*) FILTER (WHERE status IS NULL) AS not_assessed,
           count(*) FILTER (WHERE initiated) AS initiated, count(*) FILTER (WHERE contested) AS contested,
           count(DISTINCT municipality_id) FILTER (WHERE status IS NOT NULL) AS municipalities
    FROM counted
    GROUP BY GROUPING SETS ((round_id), (round_id, field_id), (round_id, municipality_id), (round_id, municipality_id, field_id))
  )
  INSERT INTO tally (round_id, municipality_id, field_id, priorities, fully, partly, not_addressed, no_data,
                     not_assessable, not_assessed, initiated, contested, municipalities, frozen_count, frozen_is)
  SELECT tallied.*,
         CASE WHEN tallied.field_id IS NULL THEN sized.frozen_count
              WHEN sized.frozen_is = 'exact' AND sized.frozen_count = sized.in_record THEN tallied.priorities END,
         CASE WHEN tallied.field_id IS NULL OR (sized.frozen_is = 'exact' AND sized.frozen_count = sized.in_record)
              THEN sized.frozen_is END
  FROM tallied
  LEFT JOIN sized ON sized.round_id = tallied.round_id
    AND sized.municipality_id IS NOT DISTINCT FROM tallied.municipality_id`;

/**
 * Counts the statuses in force anew, per municipality and for the network, per field and over all: set-based, from the
 * rows, in the caller's transaction (docs/decisions/0005). A contract counts from the round in which it was in force.
 * The size of a contract that is not known is at least its rows in the record. How many priorities of one field a contract
 * has is known only where all of its priorities are in the record.
 */
export async function rebuildTally(tx: Db): Promise<void> {
  await tx.deleteFrom('tally').execute();
  await sql.raw(tallySql).execute(tx);
}
