import { sql } from 'kysely';
import type { Localised } from '#i18n/languages.ts';
import type { Db } from '#server/database/db.ts';
import type { PublishedStatus } from '../status.ts';
import { publicBy } from './tally-sql.ts';

export interface CorrectionRow {
  key: string;
  priority: string;
  round: string;
  version: number;
  kind: 'correction' | 'dispute';
  statement: Localised;
  municipality: string;
  before: PublishedStatus;
  after: PublishedStatus;
  reason: Localised;
  publishedOn: string | null;
  /** The day that it is listed by: '' where none is known. */
  sortedBy: string;
}

/**
 * Versions of statuses after the first, the newest first; those of unknown day last.
 * @param until a day: those that were public by its end; left out: all
 */
export async function readCorrections(
  db: Db,
  after: { day: string; key: string } | null,
  limit: number,
  until: string | undefined,
): Promise<CorrectionRow[]> {
  const day = sql`coalesce(status.published_on::text, '0000')`;
  const beyond = after ? sql`AND (${day}, status.key::text) < (${after.day}, ${after.key})` : sql``;
  const { rows } = await sql<CorrectionRow>`
    SELECT status.key, priority.key AS priority, round.key AS round, status.version, status.kind, priority.statement,
           municipality.name AS municipality, earlier.status AS before, status.status AS after, status.reason,
           status.published_on AS "publishedOn", ${day} AS "sortedBy"
    FROM status
    JOIN status earlier ON earlier.priority_id = status.priority_id AND earlier.round_id = status.round_id
      AND earlier.version = status.version - 1
    JOIN round ON round.id = status.round_id
    JOIN priority ON priority.id = status.priority_id
    JOIN contract ON contract.id = priority.contract_id
    JOIN municipality ON municipality.id = contract.municipality_id
    WHERE status.version > 1 ${beyond} ${publicBy(until)}
    ORDER BY ${day} DESC, status.key::text DESC LIMIT ${limit}`.execute(db);
  return rows;
}
