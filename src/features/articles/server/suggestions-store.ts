import { sql } from 'kysely';
import type { Localised } from '#i18n/languages.ts';
import type { Db } from '#server/database/db.ts';

export interface SuggestionRow {
  key: string;
  text: Localised;
  /** Known to the year, month or day. */
  said: string | null;
  municipalityKey: string;
  municipalityName: string;
}

export interface SuggestionFilter {
  /** Key of a municipality. */
  municipality?: string | undefined;
  year?: number | undefined;
}

function ofMunicipality({ municipality }: SuggestionFilter) {
  return municipality === undefined ? sql`true` : sql`municipality.key = ${municipality}`;
}

function ofYear({ year }: SuggestionFilter, column: string) {
  return year === undefined ? sql`true` : sql`left(${sql.ref(column)}::text, 4) = ${String(year)}`;
}

/**
 * What residents asked for, newest first: one of each municipality before the second of any, where it is not asked for one
 * alone.
 */
export async function readNewestNeeds(
  db: Db,
  filter: SuggestionFilter,
  limit: number,
): Promise<SuggestionRow[]> {
  const ofEach = filter.municipality === undefined ? 3 : limit;
  const { rows } = await sql<SuggestionRow>`
    SELECT need.key, need.statement::jsonb AS text, need.voiced_on AS said,
           municipality.key AS "municipalityKey", municipality.name AS "municipalityName"
    FROM municipality CROSS JOIN LATERAL (
      SELECT key, statement, voiced_on, row_number() OVER (ORDER BY coalesce(voiced_on::text, '') DESC, key) AS turn
      FROM need WHERE municipality_id = municipality.id AND ${ofYear(filter, 'voiced_on')}
        AND NOT EXISTS (SELECT FROM need_correction WHERE need_correction.need_id = need.id)
      ORDER BY coalesce(voiced_on::text, '') DESC, key LIMIT ${ofEach}
    ) need
    WHERE ${ofMunicipality(filter)}
    ORDER BY need.turn, coalesce(need.voiced_on::text, '') DESC, need.key LIMIT ${limit}`.execute(db);
  return rows;
}

/** What residents asked candidates, newest first. */
export async function readNewestQuestions(db: Db, filter: SuggestionFilter, limit: number) {
  const { rows } = await sql<SuggestionRow & { forumKey: string }>`
    SELECT forum_question.key, forum_question.question::jsonb AS text, forum_question.asked_on::text AS said,
           municipality.key AS "municipalityKey", municipality.name AS "municipalityName", forum.key AS "forumKey"
    FROM forum_question JOIN forum ON forum.id = forum_question.forum_id
    JOIN event ON event.id = forum.event_id JOIN municipality ON municipality.id = event.municipality_id
    WHERE ${ofMunicipality(filter)} AND ${ofYear(filter, 'forum_question.asked_on')}
    ORDER BY forum_question.asked_on DESC, forum_question.key LIMIT ${limit}`.execute(db);
  return rows;
}

/** The years and the municipalities of which there are opinions, needs or questions. */
export async function readOpinionChoices(db: Db) {
  const { rows } = await sql<{ years: number[]; municipalities: { key: string; name: string }[] }>`
    WITH voiced AS (
      SELECT municipality_id, left(published_on, 4)::integer AS year FROM article WHERE kind IN ('opinion', 'open-letter')
       UNION SELECT event.municipality_id, left(event.starts::text, 4)::integer FROM event
              WHERE EXISTS (SELECT FROM need WHERE need.event_id = event.id)
       UNION SELECT event.municipality_id, left(forum_question.asked_on::text, 4)::integer FROM forum_question
              JOIN forum ON forum.id = forum_question.forum_id JOIN event ON event.id = forum.event_id
    )
    SELECT coalesce((SELECT jsonb_agg(year ORDER BY year DESC) FROM (SELECT DISTINCT year FROM voiced WHERE year IS NOT NULL) y), '[]')
             AS years,
           coalesce((SELECT jsonb_agg(jsonb_build_object('key', key, 'name', name) ORDER BY name) FROM municipality
              WHERE id IN (SELECT municipality_id FROM voiced)), '[]') AS municipalities`.execute(db);
  return rows[0] ?? { years: [], municipalities: [] };
}
