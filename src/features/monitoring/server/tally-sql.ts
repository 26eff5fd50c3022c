import { sql, type RawBuilder } from 'kysely';
import { contestedAsOf } from './contested.ts';

/** Of which rounds to count; of which municipalities, all where left out. */
export interface TallyScope {
  roundIds: readonly string[];
  municipalityIds?: readonly string[] | undefined;
  /** Only versions that were public by the end of this day; left out: all. */
  until?: string | undefined;
}

/** SQL: since when a row of `status`, beside its `round`, is public (as-of.ts). */
export const publicSince = sql`coalesce(status.published_on, round.published_on, round.ends)`;

/** SQL: that it was public by the end of a day, after other conditions; nothing where there is no day. */
export function publicBy(until: string | undefined): RawBuilder<unknown> {
  return until === undefined ? sql`` : sql`AND ${publicSince} <= ${until}`;
}

const columns = sql`priorities, fully, partly, not_addressed, no_data, not_assessable, not_assessed, initiated, contested,
  municipalities, frozen_count, frozen_is`;

/**
 * Counts the statuses in force per municipality, over all fields and per field. A contract counts from the round in which
 * it was in force. The size of a contract that is not known is at least its rows in the record. How many priorities of one
 * field a contract has is known only where all of its priorities are in the record.
 */
export function municipalityCounts({ roundIds, municipalityIds, until }: TallyScope): RawBuilder<unknown> {
  const where = municipalityIds
    ? sql`WHERE contract.municipality_id = any(${[...municipalityIds]}::uuid[])`
    : sql``;
  const versions =
    until === undefined
      ? sql`JOIN status ON status.priority_id = listed.priority_id AND status.round_id = listed.round_id`
      : sql`JOIN status ON status.priority_id = listed.priority_id AND status.round_id = listed.round_id
            JOIN round ON round.id = status.round_id AND ${publicSince} <= ${until}`;
  return sql`
  WITH covered AS (
    SELECT round.id AS round_id, contract.id AS contract_id, contract.municipality_id,
           contract.priority_count, contract.priority_count_is
    FROM unnest(${[...roundIds]}::uuid[]) wanted (id)
    JOIN round ON round.id = wanted.id
    JOIN contract ON contract.mandate_id = round.mandate_id
      AND (contract.starts IS NULL OR contract.starts <= round.ends)
    ${where}
  ), listed AS (
    SELECT covered.round_id, covered.municipality_id, priority.id AS priority_id, priority.field_id
    FROM covered JOIN priority ON priority.contract_id = covered.contract_id
  ), in_force AS (
    SELECT DISTINCT ON (status.priority_id, status.round_id)
           status.priority_id, status.round_id, status.status, status.initiated,
           ${contestedAsOf(until)} AS contested
    FROM listed ${versions}
    ORDER BY status.priority_id, status.round_id, status.version DESC
  ), sized AS (
    SELECT round_id, municipality_id, sum(greatest(priority_count, in_record.n)) AS frozen_count,
           sum(in_record.n) AS in_record,
           CASE WHEN bool_and(coalesce(priority_count_is = 'exact' AND priority_count >= in_record.n, false))
                THEN 'exact' ELSE 'at-least' END AS frozen_is
    FROM covered
    CROSS JOIN LATERAL (SELECT count(*) AS n FROM priority WHERE contract_id = covered.contract_id) in_record
    GROUP BY round_id, municipality_id
  ), tallied AS (
    SELECT listed.round_id, listed.municipality_id, listed.field_id, count(*) AS priorities,
           count(*) FILTER (WHERE status = 'fully') AS fully, count(*) FILTER (WHERE status = 'partly') AS partly,
           count(*) FILTER (WHERE status = 'not') AS not_addressed, count(*) FILTER (WHERE status = 'no-data') AS no_data,
           count(*) FILTER (WHERE status = 'not-assessable') AS not_assessable,
           count(*) FILTER (WHERE status IS NULL) AS not_assessed,
           count(*) FILTER (WHERE initiated) AS initiated, count(*) FILTER (WHERE contested) AS contested,
           bool_or(status IS NOT NULL)::integer AS municipalities
    FROM listed
    LEFT JOIN in_force ON in_force.priority_id = listed.priority_id AND in_force.round_id = listed.round_id
    GROUP BY GROUPING SETS ((listed.round_id, listed.municipality_id), (listed.round_id, listed.municipality_id, listed.field_id))
  )
  SELECT tallied.*,
         CASE WHEN tallied.field_id IS NULL THEN sized.frozen_count
              WHEN sized.frozen_is = 'exact' AND sized.frozen_count = sized.in_record THEN tallied.priorities END AS frozen_count,
         CASE WHEN tallied.field_id IS NULL OR (sized.frozen_is = 'exact' AND sized.frozen_count = sized.in_record)
              THEN sized.frozen_is END AS frozen_is
  FROM tallied
  JOIN sized ON sized.round_id = tallied.round_id AND sized.municipality_id = tallied.municipality_id`;
}

/** Puts these counts into the table that pages read. */
export function municipalityRows(scope: Omit<TallyScope, 'until'>): RawBuilder<unknown> {
  return sql`INSERT INTO tally (round_id, municipality_id, field_id, ${columns}) ${municipalityCounts(scope)}`;
}

/**
 * Adds the municipalities' rows up to those of the network. Contracts of which the record has no priority stand in no
 * municipality's row and are a part of the network's size all the same.
 */
export function networkCounts(
  roundIds: readonly string[],
  counted: RawBuilder<unknown>,
): RawBuilder<unknown> {
  return sql`
  WITH summed AS (
    SELECT round_id, field_id, sum(priorities) AS priorities, sum(fully) AS fully, sum(partly) AS partly,
           sum(not_addressed) AS not_addressed, sum(no_data) AS no_data, sum(not_assessable) AS not_assessable,
           sum(not_assessed) AS not_assessed, sum(initiated) AS initiated, sum(contested) AS contested,
           sum(municipalities) AS municipalities
    FROM ${counted} counted WHERE round_id = any(${[...roundIds]}::uuid[]) AND municipality_id IS NOT NULL
    GROUP BY round_id, field_id
  ), sizes AS (
    SELECT round_id, frozen_count, priorities AS in_record, frozen_is
    FROM ${counted} counted
    WHERE round_id = any(${[...roundIds]}::uuid[]) AND municipality_id IS NOT NULL AND field_id IS NULL
    UNION ALL
    SELECT round.id, contract.priority_count, 0, coalesce(contract.priority_count_is, 'at-least')
    FROM unnest(${[...roundIds]}::uuid[]) wanted (id)
    JOIN round ON round.id = wanted.id
    JOIN contract ON contract.mandate_id = round.mandate_id
      AND (contract.starts IS NULL OR contract.starts <= round.ends)
    WHERE NOT EXISTS (SELECT FROM priority WHERE contract_id = contract.id)
  ), sized AS (
    SELECT round_id, sum(frozen_count) AS frozen_count, sum(in_record) AS in_record,
           CASE WHEN bool_and(frozen_is = 'exact') THEN 'exact' ELSE 'at-least' END AS frozen_is
    FROM sizes GROUP BY round_id
  )
  SELECT summed.*,
         CASE WHEN summed.field_id IS NULL THEN sized.frozen_count
              WHEN sized.frozen_is = 'exact' AND sized.frozen_count = sized.in_record THEN summed.priorities END AS frozen_count,
         CASE WHEN summed.field_id IS NULL OR (sized.frozen_is = 'exact' AND sized.frozen_count = sized.in_record)
              THEN sized.frozen_is END AS frozen_is
  FROM summed JOIN sized ON sized.round_id = summed.round_id`;
}

/** Puts these counts into the table that pages read, beside those of the municipalities. */
export function networkRows(roundIds: readonly string[]): RawBuilder<unknown> {
  return sql`INSERT INTO tally (round_id, field_id, ${columns}) ${networkCounts(roundIds, sql`tally`)}`;
}
