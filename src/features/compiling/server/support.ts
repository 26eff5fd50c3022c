import { sql } from 'kysely';
import type { Db } from '#server/database/db.ts';
import { sortGroups, type AgeBand, type Sex, type Support } from '../support.ts';
import type { BoardIds } from './board-store.ts';

/** The support of candidates of a board: of those given, else of all that are open. Every one of them is in the answer. */
export async function readSupport(
  db: Db,
  { municipalityId, mandateId }: BoardIds,
  candidateIds?: readonly string[],
): Promise<Map<string, Support>> {
  const chosen =
    candidateIds === undefined
      ? sql`NOT candidate.retired`
      : sql`candidate.id = any(${[...candidateIds]}::uuid[])`;
  const behind = sql`
    asked AS MATERIALIZED (
      SELECT candidate.id FROM candidate_priority candidate
      WHERE candidate.municipality_id = ${municipalityId} AND candidate.mandate_id = ${mandateId} AND ${chosen}
    ), behind AS MATERIALIZED (
      SELECT placed.candidate_id, need.session_id, need.unit_id
      FROM compiled_need placed
      JOIN voiced_need need ON need.municipality_id = ${municipalityId} AND need.id = placed.need_id
      WHERE placed.municipality_id = ${municipalityId} AND placed.candidate_id IN (SELECT id FROM asked)
    ), met AS MATERIALIZED (
      SELECT DISTINCT candidate_id, session_id FROM behind WHERE session_id IS NOT NULL
    )`;
  const [totals, groups] = await Promise.all([
    sql<Omit<Support, 'groups'> & { id: string }>`
      WITH ${behind}
      SELECT asked.id,
             (SELECT count(*) FROM behind WHERE candidate_id = asked.id) AS needs,
             (SELECT count(DISTINCT coalesce(behind.unit_id, session.unit_id)) FROM behind
              LEFT JOIN listening_session session ON session.id = behind.session_id
              WHERE behind.candidate_id = asked.id) AS units,
             coalesce(sums.sessions, 0) AS sessions, sums.people, coalesce(sums.uncounted, 0) AS uncounted
      FROM asked
      LEFT JOIN (
        SELECT met.candidate_id, count(*) AS sessions, sum(session.participants) AS people,
               count(*) FILTER (WHERE session.participants IS NULL) AS uncounted
        FROM met JOIN listening_session session ON session.id = met.session_id
        GROUP BY met.candidate_id
      ) sums ON sums.candidate_id = asked.id`.execute(db),
    sql<{ id: string; sex: Sex; age: AgeBand; people: number }>`
      WITH ${behind}
      SELECT met.candidate_id AS id, attendance.sex, attendance.age_band AS age, sum(attendance.people) AS people
      FROM met JOIN listening_attendance attendance ON attendance.session_id = met.session_id
      WHERE attendance.sex IS NOT NULL
      GROUP BY met.candidate_id, attendance.sex, attendance.age_band`.execute(db),
  ]);
  const groupsOf = Map.groupBy(groups.rows, ({ id }) => id);
  return new Map(
    totals.rows.map(({ id, ...total }) => [
      id,
      {
        ...total,
        groups: sortGroups((groupsOf.get(id) ?? []).map(({ sex, age, people }) => ({ sex, age, people }))),
      },
    ]),
  );
}
