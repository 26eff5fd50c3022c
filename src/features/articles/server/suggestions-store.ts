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

/** What residents asked for, newest first: one of each municipality before the second of any. */
export async function readNewestNeeds(db: Db, limit: number): Promise<SuggestionRow[]> {
  const { rows } = await sql<SuggestionRow>`
    SELECT need.key, need.statement::jsonb AS text, need.voiced_on AS said,
           municipality.key AS "municipalityKey", municipality.name AS "municipalityName"
    FROM municipality CROSS JOIN LATERAL (
      SELECT key, statement, voiced_on, row_number() OVER (ORDER BY coalesce(voiced_on::text, '') DESC, key) AS turn
      FROM need WHERE municipality_id = municipality.id
        AND NOT EXISTS (SELECT FROM need_correction WHERE need_correction.need_id = need.id)
      ORDER BY coalesce(voiced_on::text, '') DESC, key LIMIT 3
    ) need
    ORDER BY need.turn, coalesce(need.voiced_on::text, '') DESC, need.key LIMIT ${limit}`.execute(db);
  return rows;
}

/** What residents asked candidates, newest first. */
export async function readNewestQuestions(db: Db, limit: number) {
  const { rows } = await sql<SuggestionRow & { forumKey: string }>`
    SELECT forum_question.key, forum_question.question::jsonb AS text, forum_question.asked_on::text AS said,
           municipality.key AS "municipalityKey", municipality.name AS "municipalityName", forum.key AS "forumKey"
    FROM forum_question JOIN forum ON forum.id = forum_question.forum_id
    JOIN event ON event.id = forum.event_id JOIN municipality ON municipality.id = event.municipality_id
    ORDER BY forum_question.asked_on DESC, forum_question.key LIMIT ${limit}`.execute(db);
  return rows;
}
