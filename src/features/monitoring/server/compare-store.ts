import { sql } from 'kysely';
import type { Localised } from '#i18n/languages.ts';
import type { Db } from '#server/database/db.ts';
import type { StatusCounts } from '../counts.ts';
import type { Counts } from './as-of-store.ts';
import { contestedAsOf } from './contested.ts';
import { publicBy } from './tally-sql.ts';

/** In whose hands the components of a priority are; 'shared' where they are in more than one's. */
export type Competence = 'own' | 'shared' | 'national';

export type CompetenceRow = StatusCounts & {
  municipalityId: string;
  competence: Competence;
  frozenCount: number | null;
  frozenIs: 'exact' | 'at-least' | null;
};

/**
 * Counts the statuses in force of a round per municipality and competence. Priorities without components are in none. How
 * many of one competence a contract has is known only where all of its priorities are in the record, with components.
 * @param counts over all competences: of them the size of a contract is known
 * @param until a day: of the statuses that were public by its end; left out: now
 */
export async function readCompetenceTallies(
  db: Db,
  counts: Counts,
  roundId: string,
  until: string | undefined,
): Promise<CompetenceRow[]> {
  const { rows } = await sql<CompetenceRow>`
    WITH listed AS (
      SELECT contract.municipality_id, priority.id,
             CASE WHEN bool_and(component.competence = 'own') THEN 'own'
                  WHEN bool_and(component.competence = 'national') THEN 'national' ELSE 'shared' END AS competence
      FROM round
      JOIN contract ON contract.mandate_id = round.mandate_id
        AND (contract.starts IS NULL OR contract.starts <= round.ends)
      JOIN priority ON priority.contract_id = contract.id
      JOIN component ON component.priority_id = priority.id
      WHERE round.id = ${roundId}
      GROUP BY contract.municipality_id, priority.id
    ), sized AS (
      SELECT listed.municipality_id,
             tally.frozen_is = 'exact' AND tally.frozen_count = count(*) AS whole
      FROM listed
      JOIN ${counts} AS tally ON tally.round_id = ${roundId} AND tally.municipality_id = listed.municipality_id
        AND tally.field_id IS NULL
      GROUP BY listed.municipality_id, tally.frozen_is, tally.frozen_count
    ), counted AS (
      SELECT listed.municipality_id, listed.competence, count(*)::int AS priorities,
             (count(*) FILTER (WHERE in_force.status = 'fully'))::int AS fully,
             (count(*) FILTER (WHERE in_force.status = 'partly'))::int AS partly,
             (count(*) FILTER (WHERE in_force.status = 'not'))::int AS "not",
             (count(*) FILTER (WHERE in_force.status = 'no-data'))::int AS "noData",
             (count(*) FILTER (WHERE in_force.status = 'not-assessable'))::int AS "notAssessable",
             (count(*) FILTER (WHERE in_force.status IS NULL))::int AS "notAssessed",
             (count(*) FILTER (WHERE in_force.contested))::int AS contested
      FROM listed
      LEFT JOIN LATERAL (
        SELECT status.status, ${contestedAsOf(until)} AS contested
        FROM status JOIN round ON round.id = status.round_id
        WHERE status.priority_id = listed.id AND status.round_id = ${roundId} ${publicBy(until)}
        ORDER BY status.version DESC LIMIT 1
      ) in_force ON true
      GROUP BY listed.municipality_id, listed.competence
    )
    SELECT counted.municipality_id AS "municipalityId", counted.competence, counted.fully, counted.partly, counted."not",
           counted."noData", counted."notAssessable", counted."notAssessed", counted.contested,
           CASE WHEN sized.whole THEN counted.priorities END AS "frozenCount",
           CASE WHEN sized.whole THEN 'exact' END AS "frozenIs"
    FROM counted JOIN sized ON sized.municipality_id = counted.municipality_id
    ORDER BY counted.municipality_id, counted.competence`.execute(db);
  return rows;
}

export interface CodedComponent {
  id: string;
  priorityKey: string;
  number: string | null;
  statement: Localised;
  competence: Competence;
  due: string | null;
  /** The code in force of the newest round that has one; null where nobody has coded it. */
  code: string | null;
  round: string | null;
  mapping: unknown;
}

/**
 * The components of a municipality's contract of a mandate, with their newest code; in the contract's order.
 * @param until a day: of the codes that were public by its end, with the status derived of them; left out: now
 */
export async function readCodedComponents(
  db: Db,
  municipalityId: string,
  mandateId: string,
  until: string | undefined,
): Promise<CodedComponent[]> {
  const { rows } = await sql<CodedComponent>`
    SELECT component.id, priority.key AS "priorityKey", priority.number, component.statement, component.competence,
           component.due, latest.code, latest.round, latest.mapping
    FROM contract
    JOIN priority ON priority.contract_id = contract.id
    JOIN component ON component.priority_id = priority.id
    LEFT JOIN LATERAL (
      SELECT code.code, round.key AS round, codebook.mapping
      FROM component_code code
      JOIN round ON round.id = code.round_id
      JOIN codebook ON codebook.id = round.codebook_id
      WHERE code.component_id = component.id ${codedBy(until)}
      ORDER BY round.starts DESC, code.version DESC LIMIT 1
    ) latest ON true
    WHERE contract.municipality_id = ${municipalityId} AND contract.mandate_id = ${mandateId}
    ORDER BY priority.position, component.position`.execute(db);
  return rows;
}

/** SQL: that a code was public by the end of a day, as is the status of its priority with the same version. */
function codedBy(until: string | undefined) {
  return until === undefined
    ? sql``
    : sql`AND EXISTS (
        SELECT FROM status WHERE status.priority_id = component.priority_id AND status.round_id = code.round_id
          AND status.version = code.version ${publicBy(until)})`;
}

export function readMandate(db: Db, id: string) {
  return db.selectFrom('mandate').select(['starts', 'ends']).where('id', '=', id).executeTakeFirstOrThrow();
}
