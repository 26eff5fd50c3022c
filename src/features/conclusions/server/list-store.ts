import { sql, type SqlBool } from 'kysely';
import { eventNow } from '#features/events/server/event-now.ts';
import type { Db } from '#server/database/db.ts';
import type { ConclusionFilter } from '../schema.ts';

/** Conclusions, each with the event that it comes from. */
export function selectConclusions(db: Db) {
  return db
    .selectFrom('conclusion')
    .innerJoin(eventNow, 'event.id', 'conclusion.event_id')
    .leftJoin('municipality', 'municipality.id', 'event.municipality_id')
    .select([
      'conclusion.id',
      'conclusion.key',
      'conclusion.position',
      'conclusion.statement',
      'conclusion.followed_up_by as followedUpBy',
      'conclusion.due_on as dueOn',
      'event.key as eventKey',
      'event.title as eventTitle',
      'event.starts',
      'event.municipality_id as municipalityId',
      'municipality.key as municipalityKey',
      'municipality.name as municipalityName',
    ]);
}

// The rule of conclusion.ts once more, as the database counts and filters by it; a test holds the two together.
const isDone = sql<SqlBool>`EXISTS (SELECT FROM conclusion_outcome outcome
  WHERE outcome.conclusion_id = conclusion.id AND outcome.completes)`;
const isFollowed = sql<SqlBool>`(conclusion.followed_up_by IS NOT NULL OR conclusion.due_on IS NOT NULL
  OR EXISTS (SELECT FROM conclusion_follower follower WHERE follower.conclusion_id = conclusion.id)
  OR EXISTS (SELECT FROM conclusion_outcome outcome WHERE outcome.conclusion_id = conclusion.id))`;
const isLate = (today: string) =>
  sql<SqlBool>`coalesce(conclusion.due_on < left(${today}, length(conclusion.due_on)), false)`;

function inState(state: 'open' | 'overdue' | 'done', today: string) {
  switch (state) {
    case 'done':
      return isDone;
    case 'overdue':
      return sql<SqlBool>`(NOT ${isDone} AND ${isLate(today)})`;
    case 'open':
      return sql<SqlBool>`(NOT ${isDone} AND ${isFollowed} AND NOT ${isLate(today)})`;
  }
}

/** Latest event first, within it in the order of the conclusions. */
export function readConclusions(
  db: Db,
  { state, year, municipality, after }: ConclusionFilter,
  { today, limit }: { today: string; limit: number },
) {
  return selectConclusions(db)
    .$if(state !== undefined, (query) => query.where(inState(state ?? 'open', today)))
    .$if(year !== undefined, (query) =>
      query.where('event.starts', '>=', `${year}`).where('event.starts', '<', `${(year ?? 0) + 1}`),
    )
    .$if(municipality !== undefined, (query) => query.where(concerns(municipality ?? '')))
    .$if(after !== undefined, (query) =>
      query.where(
        sql<SqlBool>`(event.starts, event.key, -conclusion.position) < (
          SELECT other.starts, other.key, -last.position FROM conclusion last
          JOIN event_now other ON other.id = last.event_id WHERE last.key = ${after})`,
      ),
    )
    .orderBy('event.starts', 'desc')
    .orderBy('event.key', 'desc')
    .orderBy('conclusion.position')
    .limit(limit)
    .execute();
}

/** Of an event there, or with an outcome that is about a contract there. */
function concerns(municipality: string) {
  return sql<SqlBool>`(municipality.key = ${municipality} OR EXISTS (
    SELECT FROM conclusion_outcome outcome
    LEFT JOIN signature ON signature.id = outcome.signature_id
    LEFT JOIN priority ON priority.id = outcome.priority_id
    JOIN contract ON contract.id = coalesce(outcome.contract_id, signature.contract_id, priority.contract_id)
    JOIN municipality place ON place.id = contract.municipality_id
    WHERE outcome.conclusion_id = conclusion.id AND place.key = ${municipality}))`;
}

export async function countStates(db: Db, today: string) {
  const { rows } = await sql<{ all: number; open: number; overdue: number; done: number }>`
    SELECT count(*) AS "all", count(*) FILTER (WHERE ${inState('open', today)}) AS open,
           count(*) FILTER (WHERE ${inState('overdue', today)}) AS overdue,
           count(*) FILTER (WHERE ${isDone}) AS done
    FROM conclusion`.execute(db);
  return rows[0] ?? { all: 0, open: 0, overdue: 0, done: 0 };
}

export async function readYears(db: Db): Promise<number[]> {
  const rows = await db
    .selectFrom(eventNow)
    .innerJoin('conclusion', 'conclusion.event_id', 'event.id')
    .select(sql<number>`left(starts, 4)::int`.as('year'))
    .distinct()
    .orderBy('year', 'desc')
    .execute();
  return rows.map(({ year }) => year);
}

/** The municipalities that a conclusion is of, or about. */
export function readMunicipalities(db: Db) {
  return db
    .selectFrom('municipality')
    .select(['key', 'name'])
    .where(
      sql<SqlBool>`id IN (
        SELECT event.municipality_id FROM event JOIN conclusion ON conclusion.event_id = event.id
        UNION SELECT contract.municipality_id FROM conclusion_outcome outcome
          LEFT JOIN signature ON signature.id = outcome.signature_id
          LEFT JOIN priority ON priority.id = outcome.priority_id
          JOIN contract ON contract.id = coalesce(outcome.contract_id, signature.contract_id, priority.contract_id))`,
    )
    .execute();
}

export function readConclusionsAbout(db: Db, about: { contractId: string } | { priorityId: string }) {
  const matches =
    'contractId' in about
      ? sql<SqlBool>`(outcome.contract_id = ${about.contractId}
          OR outcome.signature_id IN (SELECT id FROM signature WHERE contract_id = ${about.contractId})
          OR outcome.priority_id IN (SELECT id FROM priority WHERE contract_id = ${about.contractId}))`
      : sql<SqlBool>`outcome.priority_id = ${about.priorityId}`;
  return selectConclusions(db)
    .where(
      sql<SqlBool>`EXISTS (SELECT FROM conclusion_outcome outcome
        WHERE outcome.conclusion_id = conclusion.id AND ${matches})`,
    )
    .orderBy('event.starts', 'desc')
    .orderBy('conclusion.position')
    .limit(20)
    .execute();
}

/** Those that nothing completed yet, soonest due first. */
export function readOpenConclusions(db: Db) {
  return selectConclusions(db)
    .where(sql<SqlBool>`NOT ${isDone}`)
    .orderBy(sql`conclusion.due_on NULLS LAST`)
    .orderBy('event.starts', 'desc')
    .orderBy('conclusion.position')
    .limit(500)
    .execute();
}

/** Conclusions that are overdue (for all, or for those who follow them up), and those due soon for those who follow them up. */
export async function readDueConclusions(
  db: Db,
  {
    followers,
    isAll,
    today,
    soon,
  }: { followers: readonly string[]; isAll: boolean; today: string; soon: string },
) {
  const isTheirs = sql<SqlBool>`EXISTS (SELECT FROM conclusion_follower follower
    WHERE follower.conclusion_id = conclusion.id AND follower.organisation_id::text = ANY(${followers}::text[]))`;
  const rows = await selectConclusions(db)
    .where('conclusion.due_on', 'is not', null)
    .where(sql<SqlBool>`NOT ${isDone}`)
    .where(
      sql<SqlBool>`((${isTheirs} AND conclusion.due_on <= left(${soon}, length(conclusion.due_on)))
        OR (${isAll} AND ${isLate(today)}))`,
    )
    .orderBy('conclusion.due_on')
    .orderBy('conclusion.id')
    .limit(50)
    .execute();
  return rows.flatMap(({ dueOn, ...row }) => (dueOn === null ? [] : [{ ...row, dueOn }]));
}
