import { sql } from 'kysely';
import type { Localised } from '#i18n/languages.ts';
import type { Db } from '#server/database/db.ts';
import type { Method } from '../ordering.ts';

/** How a published contract's candidates were put in order, and how many needs there were. */
export async function readCompilation(db: Db, contractId: string) {
  const { rows } = await sql<{
    id: string;
    method: Method | null;
    decidedOn: string | null;
    voices: number | null;
    note: string | null;
    needs: number;
    waiting: number;
    published: number;
    aside: number;
  }>`
    SELECT compilation.id, method, decided_on AS "decidedOn", voices, note, needs, needs_waiting AS waiting,
           placed.published, placed.aside
    FROM compilation
    CROSS JOIN LATERAL (
      SELECT count(*) AS published, count(*) FILTER (WHERE candidate_id IS NULL) AS aside
      FROM need_placement WHERE contract_id = compilation.contract_id
    ) placed
    WHERE contract_id = ${contractId}`.execute(db);
  return rows[0];
}

export interface CompiledCandidate {
  id: string;
  position: number;
  place: number;
  title: Localised;
  score: string | null;
  needs: number;
  sessions: number;
  units: number;
  people: number | null;
  women: number | null;
  men: number | null;
  fieldName: Localised | null;
  priorityKey: string | null;
  priorityNumber: number | null;
  /** Needs of it that are in the record. */
  published: number;
}

/** The candidates of a contract in their order. @param position one of them alone */
export async function readCompiledCandidates(
  db: Db,
  contractId: string,
  position?: number,
): Promise<CompiledCandidate[]> {
  const { rows } = await sql<CompiledCandidate>`
    SELECT candidate.id, candidate.position, candidate.place, candidate.title, candidate.score, candidate.needs,
           candidate.sessions, candidate.units, candidate.people, candidate.women, candidate.men,
           field.name AS "fieldName", priority.key AS "priorityKey", priority.number AS "priorityNumber",
           (SELECT count(*) FROM need_placement WHERE candidate_id = candidate.id) AS published
    FROM compiled_candidate candidate
    LEFT JOIN field ON field.id = candidate.field_id
    LEFT JOIN priority ON priority.id = candidate.priority_id
    WHERE candidate.contract_id = ${contractId}
      ${position === undefined ? sql`` : sql`AND candidate.position = ${position}`}
    ORDER BY candidate.position`.execute(db);
  return rows;
}

/** Published needs of a compilation by key: those in one candidate, or those set aside (null). */
export function readPlacedNeeds(
  db: Db,
  contractId: string,
  { candidateId, after, limit }: { candidateId: string | null; after: string; limit: number },
) {
  return db
    .selectFrom('need_placement as placed')
    .innerJoin('need', 'need.id', 'placed.need_id')
    .leftJoin('administrative_unit as unit', 'unit.id', 'need.unit_id')
    .leftJoin('event', 'event.id', 'need.event_id')
    .select([
      'need.key',
      'need.statement',
      'need.voiced_on as voicedOn',
      'unit.name as unitName',
      'event.key as eventKey',
      'event.title as eventTitle',
      'placed.reason',
    ])
    .where('placed.contract_id', '=', contractId)
    .where('placed.candidate_id', candidateId === null ? 'is' : '=', candidateId)
    .where('need.key', '>', after)
    .orderBy('need.key')
    .limit(limit)
    .execute();
}
