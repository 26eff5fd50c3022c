import { sql, type RawBuilder, type Selectable } from 'kysely';
import type { Db } from '#server/database/db.ts';
import type { Tally } from '#server/database/types.ts';
import type { RoundDays } from '../as-of.ts';
import { municipalityCounts, networkCounts, publicSince } from './tally-sql.ts';

/** SQL that stands for the table of counts in a query: the table itself, or what it held at the end of a day. */
export type Counts = RawBuilder<Selectable<Tally>>;

/** The counts of what is in force now. */
export const countsOfNow: Counts = sql<Selectable<Tally>>`tally`;

/** Of each round the days on which a status became public, or a dispute of one began or ended. */
export async function readRoundDays(db: Db): Promise<RoundDays[]> {
  const { rows } = await sql<RoundDays>`
    WITH changed AS (
      SELECT status.round_id, ${publicSince}::text AS day, true AS is_status
      FROM status JOIN round ON round.id = status.round_id GROUP BY 1, 2
      UNION SELECT round_id, received_on::text, false FROM dispute
      UNION SELECT dispute.round_id, dispute_decision.decided_on::text, false
      FROM dispute_decision JOIN dispute ON dispute.id = dispute_decision.dispute_id
    )
    SELECT round_id AS "roundId", min(day) FILTER (WHERE is_status) AS begins,
           array_agg(DISTINCT day ORDER BY day) AS days
    FROM changed GROUP BY round_id`.execute(db);
  return rows;
}

export interface CountsWanted {
  day: string;
  /** Rounds that have not changed since the day, and those that have. */
  rounds: { same: readonly string[]; changed: readonly string[] };
  /** Of the network, or of municipalities: of these, or of all. */
  of: 'network' | 'municipalities';
  municipalityIds?: readonly string[] | undefined;
}

/**
 * What the table of counts would have held at the end of a day. Of rounds that have not changed since, it holds that still;
 * only the others are counted, from the versions that were public by then.
 */
export function countsAsOf({ day, rounds, of, municipalityIds }: CountsWanted): Counts {
  const stored = sql`SELECT ${columns} FROM tally WHERE round_id = any(${[...rounds.same]}::uuid[])`;
  if (rounds.changed.length === 0) return sql<Selectable<Tally>>`(${stored})`;
  const roundIds = rounds.changed;
  const counted = municipalityCounts({ roundIds, municipalityIds, until: day });
  if (of === 'municipalities') {
    return sql<Selectable<Tally>>`(${stored} UNION ALL SELECT ${inTable} FROM (${counted}) counted)`;
  }
  return sql<Selectable<Tally>>`(
    WITH of_municipalities AS MATERIALIZED (${counted})
    ${stored} UNION ALL
    SELECT ${inTable} FROM (
      SELECT *, NULL::uuid AS municipality_id FROM (${networkCounts(roundIds, sql`of_municipalities`)}) summed
    ) counted)`;
}

const columns = sql`round_id, municipality_id, field_id, priorities, fully, partly, not_addressed, no_data, not_assessable,
  not_assessed, initiated, contested, municipalities, frozen_count, frozen_is`;

/** The same columns of what was just counted, in the table's types. */
const inTable = sql`round_id, municipality_id, field_id, priorities::integer, fully::integer, partly::integer,
  not_addressed::integer, no_data::integer, not_assessable::integer, not_assessed::integer, initiated::integer,
  contested::integer, municipalities::integer, frozen_count::integer, frozen_is`;
