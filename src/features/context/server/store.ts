import { sql } from 'kysely';
import type { Db } from '#server/database/db.ts';

/** The version of each period that holds, oldest period first; with `name`, every version of that one, newest first. */
export async function readPeriods(db: Db, name?: string) {
  const { rows } = await sql<PeriodRow>`
    SELECT period.id, period.name, period.version, period.kind, period.state, period.starts, period.ends,
           period.ends_is AS "endsIs", period.title, period.summary, period.reason,
           period.published_on::text AS "publishedOn",
           coalesce((SELECT jsonb_agg(jsonb_build_object('id', municipality.id, 'key', municipality.key, 'name', municipality.name)
                                      ORDER BY municipality.name)
                       FROM context_municipality JOIN municipality ON municipality.id = context_municipality.municipality_id
                      WHERE context_municipality.period_id = period.id), '[]') AS places
      FROM context_period period
     WHERE ${name === undefined ? sql`NOT EXISTS (SELECT FROM context_period later WHERE later.name = period.name AND later.version > period.version)` : sql`period.name = ${name}`}
     ORDER BY ${name === undefined ? sql`period.starts, period.name` : sql`period.version DESC`}`.execute(db);
  return rows;
}

export interface PeriodRow {
  id: string;
  name: string;
  version: number;
  kind: 'challenge' | 'disaster' | 'epidemic' | 'crisis';
  state: 'stands' | 'withdrawn';
  starts: string;
  ends: string | null;
  endsIs: 'known' | 'at-least' | 'ongoing' | 'unknown';
  title: { sq?: string; en?: string };
  summary: { sq?: string; en?: string } | null;
  reason: { sq?: string; en?: string } | null;
  publishedOn: string | null;
  places: { id: string; key: string; name: string }[];
}

export function readElections(db: Db) {
  return db
    .selectFrom('election')
    .leftJoin('municipality', 'municipality.id', 'election.municipality_id')
    .select([
      'election.id',
      'election.key',
      'election.kind',
      'election.held_on as heldOn',
      'municipality.id as municipalityId',
      'municipality.key as municipalityKey',
      'municipality.name as municipalityName',
    ])
    .orderBy('election.held_on')
    .orderBy('election.key')
    .execute();
}
