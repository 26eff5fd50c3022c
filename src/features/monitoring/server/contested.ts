import { sql } from 'kysely';

/** SQL: the disputes of the record that nobody has decided yet. */
export const openDisputes = sql`
  SELECT dispute.priority_id, dispute.round_id, dispute.version FROM dispute
  WHERE NOT EXISTS (SELECT FROM dispute_decision WHERE dispute_decision.dispute_id = dispute.id)`;

/**
 * Whether a status, a row of the table `status` in the query, is contested: a published row never changes, so it is the open
 * dispute that says so, of this version or of one before it.
 */
export const isContested = sql<boolean>`(status.contested OR EXISTS (
  SELECT FROM (${openDisputes}) open_dispute
  WHERE open_dispute.priority_id = status.priority_id AND open_dispute.round_id = status.round_id
    AND open_dispute.version <= status.version))`;

/** The same as it was at the end of a day, by the disputes that had come by then and were not decided; left out: now. */
export function contestedAsOf(day: string | undefined) {
  return day === undefined ? isContested : isContestedOn(day);
}

function isContestedOn(day: string) {
  return sql<boolean>`(status.contested OR EXISTS (
    SELECT FROM dispute
    WHERE dispute.priority_id = status.priority_id AND dispute.round_id = status.round_id
      AND dispute.version <= status.version AND dispute.received_on::text <= ${day}
      AND NOT EXISTS (SELECT FROM dispute_decision
        WHERE dispute_decision.dispute_id = dispute.id AND dispute_decision.decided_on::text <= ${day})))`;
}
