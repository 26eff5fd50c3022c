import type { ClientBase } from 'pg';

/**
 * Counts the statuses in force anew, per municipality and for the network, per field and over all: set-based, from the
 * rows, in the caller's transaction (docs/decisions/0005).
 */
export async function rebuildTally(client: ClientBase): Promise<void> {
  await client.query('DELETE FROM tally');
  await client.query(`
    WITH in_force AS (
      SELECT DISTINCT ON (priority_id, round_id) priority_id, round_id, status, initiated, contested
      FROM status ORDER BY priority_id, round_id, version DESC
    ), assessed_rounds AS (
      -- A round without a single status has no figures yet.
      SELECT id, mandate_id FROM round WHERE EXISTS (SELECT FROM status WHERE round_id = round.id)
    ), counted AS (
      SELECT round.id AS round_id, contract.municipality_id, priority.field_id, in_force.status,
             coalesce(in_force.initiated, false) AS initiated, coalesce(in_force.contested, false) AS contested
      FROM assessed_rounds round
      JOIN contract ON contract.mandate_id = round.mandate_id
      JOIN priority ON priority.contract_id = contract.id
      LEFT JOIN in_force ON in_force.priority_id = priority.id AND in_force.round_id = round.id
    )
    INSERT INTO tally (round_id, municipality_id, field_id, priorities, fully, partly, not_addressed, no_data,
                       not_assessable, not_assessed, initiated, contested, municipalities)
    SELECT round_id, municipality_id, field_id, count(*),
           count(*) FILTER (WHERE status = 'fully'), count(*) FILTER (WHERE status = 'partly'),
           count(*) FILTER (WHERE status = 'not'), count(*) FILTER (WHERE status = 'no-data'),
           count(*) FILTER (WHERE status = 'not-assessable'), count(*) FILTER (WHERE status IS NULL),
           count(*) FILTER (WHERE initiated), count(*) FILTER (WHERE contested),
           count(DISTINCT municipality_id) FILTER (WHERE status IS NOT NULL)
    FROM counted
    GROUP BY GROUPING SETS ((round_id), (round_id, field_id), (round_id, municipality_id), (round_id, municipality_id, field_id))`);
}
