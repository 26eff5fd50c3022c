import { sql } from 'kysely';
import type { Localised } from '#i18n/languages.ts';
import { anyOf } from '#server/database/any-of.ts';
import type { Db } from '#server/database/db.ts';
import type { NearWords } from '../need-query.ts';
import type { BoardFilter } from '../schema.ts';
import type { BoardIds } from './board-store.ts';

/** A need as a board shows it. */
export interface BoardNeed {
  id: string;
  statement: string;
  language: string;
  review: 'open' | 'accepted' | 'withheld';
  place: string;
  speaker: string;
  fieldName: Localised | null;
  unitName: string | null;
  sessionId: string | null;
  heldOn: string | null;
  sessionPlace: string | null;
  candidateId: string | null;
  candidateTitle: string | null;
  reason: string | null;
}

const none = sql`'00000000-0000-0000-0000-000000000000'::uuid`;
const never = sql`'0001-01-01'::date`;

/** The order of the list: latest session first, in it as the needs were voiced. All descending, so that a page's end compares. */
const place = sql`coalesce(session.held_on, ${never}), coalesce(need.session_id, ${none}), -need.position, need.id`;
const latestFirst = sql`
  coalesce(session.held_on, ${never}) DESC, coalesce(need.session_id, ${none}) DESC, -need.position DESC, need.id DESC`;

/** The condition of where needs stand; `candidate` is one candidate's id. */
function standing(filter: BoardFilter['place'], candidate: string | undefined) {
  if (candidate !== undefined) return sql`AND placed.candidate_id = ${candidate}`;
  switch (filter) {
    case 'waiting':
      return sql`AND placed.need_id IS NULL`;
    case 'candidate':
      return sql`AND placed.candidate_id IS NOT NULL`;
    case 'aside':
      return sql`AND placed.set_aside_reason IS NOT NULL`;
    case 'all':
      return sql``;
  }
}

export interface NeedQuery {
  filter: Pick<BoardFilter, 'place' | 'field' | 'unit' | 'session' | 'review' | 'language' | 'after'>;
  /** Only these: what a search found. */
  among?: readonly string[] | undefined;
  candidateId?: string | undefined;
  limit: number;
}

/**
 * The needs that a query of words finds (need-query.ts), at most so many. The index is asked for certain: the planner cannot
 * know that of hundreds of words one slip away hardly any is a word.
 */
export function findByWords(db: Db, words: string, limit: number): Promise<string[]> {
  return db.transaction().execute(async (tx) => {
    await sql`SELECT set_config('enable_seqscan', 'off', true)`.execute(tx);
    const { rows } = await sql<{ id: string }>`
      SELECT id FROM voiced_need WHERE words @@ ${words}::tsquery LIMIT ${limit}`.execute(tx);
    return rows.map(({ id }) => id);
  });
}

const columns = sql`
  need.id, need.statement, need.language, need.review, need.place, need.speaker,
  field.name AS "fieldName", unit.name AS "unitName",
  need.session_id AS "sessionId", session.held_on AS "heldOn", session.place AS "sessionPlace",
  placed.candidate_id AS "candidateId", candidate.title AS "candidateTitle", placed.set_aside_reason AS reason`;

const joins = sql`
  LEFT JOIN listening_session session ON session.id = need.session_id
  LEFT JOIN compiled_need placed ON placed.municipality_id = need.municipality_id AND placed.need_id = need.id
  LEFT JOIN candidate_priority candidate ON candidate.municipality_id = need.municipality_id
    AND candidate.id = placed.candidate_id
  LEFT JOIN field ON field.id = need.field_id
  LEFT JOIN administrative_unit unit ON unit.id = need.unit_id`;

/** A page of a board's needs. Field and unit are named by key, 'none' where there is none. */
export async function readBoardNeeds(
  db: Db,
  { municipalityId, mandateId }: BoardIds,
  { filter, among, candidateId, limit }: NeedQuery,
): Promise<BoardNeed[]> {
  const { field, unit, session, review, language, after } = filter;
  const conditions = [
    standing(filter.place, candidateId),
    among === undefined ? sql`` : sql`AND ${anyOf('need.id', among)}`,
    field === undefined ? sql`` : keyed('field', 'field_id', field),
    unit === undefined ? sql`` : keyed('administrative_unit', 'unit_id', unit),
    session === undefined ? sql`` : sql`AND need.session_id = ${session}`,
    review === undefined ? sql`` : sql`AND need.review = ${review}`,
    language === undefined ? sql`` : sql`AND need.language = ${language}`,
    after === undefined
      ? sql``
      : sql`AND (${place}) < (
          SELECT ${place} FROM voiced_need need LEFT JOIN listening_session session ON session.id = need.session_id
          WHERE need.municipality_id = ${municipalityId} AND need.id = ${after}
        )`,
  ];
  // The page is found from indexes alone; only its rows are then read.
  const { rows } = await sql<BoardNeed>`
    WITH page AS MATERIALIZED (
      SELECT need.id FROM voiced_need need
      LEFT JOIN listening_session session ON session.id = need.session_id
      LEFT JOIN compiled_need placed ON placed.municipality_id = ${municipalityId} AND placed.need_id = need.id
      WHERE need.municipality_id = ${municipalityId} AND need.mandate_id = ${mandateId}
        ${sql.join(conditions, sql` `)}
      ORDER BY ${latestFirst}
      LIMIT ${limit}
    )
    SELECT ${columns} FROM page
    JOIN voiced_need need ON need.municipality_id = ${municipalityId} AND need.id = page.id
    ${joins}
    ORDER BY ${latestFirst}`.execute(db);
  return rows;
}

function keyed(table: 'field' | 'administrative_unit', column: 'field_id' | 'unit_id', key: string) {
  const reference = sql.ref(`need.${column}`);
  if (key === 'none') return sql`AND ${reference} IS NULL`;
  return sql`AND ${reference} = (SELECT id FROM ${sql.table(table)} WHERE key = ${key})`;
}

export async function readTheseNeeds(
  db: Db,
  { municipalityId, mandateId }: BoardIds,
  ids: readonly string[],
) {
  const { rows } = await sql<BoardNeed>`
    SELECT ${columns} FROM voiced_need need ${joins}
    WHERE need.municipality_id = ${municipalityId} AND need.mandate_id = ${mandateId} AND ${anyOf('need.id', ids)}`.execute(
    db,
  );
  return rows;
}

export async function readBoardNeed(db: Db, { municipalityId, mandateId }: BoardIds, id: string) {
  const { rows } = await sql<BoardNeed>`
    SELECT ${columns} FROM voiced_need need ${joins}
    WHERE need.municipality_id = ${municipalityId} AND need.mandate_id = ${mandateId} AND need.id = ${id}`.execute(
    db,
  );
  return rows[0];
}

/** Needs whose likeness is looked at, those that share most words first. */
const mostCompared = 300;

/** The needs of a board most like one need, by the three-letter pieces that they share; nearest first. */
export async function readNearNeeds(
  db: Db,
  { municipalityId }: BoardIds,
  {
    id,
    statement,
    words,
    least,
    limit,
  }: { id: string; statement: string; words: NearWords; least: number; limit: number },
) {
  const { rows } = await sql<BoardNeed & { similarity: number }>`
    WITH alike AS MATERIALIZED (
      SELECT id, folded FROM voiced_need WHERE words @@ ${words.some}::tsquery
      ORDER BY words @@ ${words.most}::tsquery DESC LIMIT ${mostCompared}
    ), near AS MATERIALIZED (
      SELECT id, similarity(folded, fold_text(${statement})) AS similarity FROM alike WHERE id <> ${id}
    )
    SELECT ${columns}, nearest.similarity
    FROM (SELECT * FROM near WHERE similarity >= ${least} ORDER BY similarity DESC, id LIMIT ${limit}) nearest
    JOIN voiced_need need ON need.municipality_id = ${municipalityId} AND need.id = nearest.id
    ${joins}
    ORDER BY nearest.similarity DESC, need.id`.execute(db);
  return rows;
}
