import { sql } from 'kysely';
import type { Language } from '#i18n/languages.ts';
import type { Db } from '#server/database/db.ts';
import type { BoardIds } from './board-store.ts';

/** Where the published needs of a board stand, and the field of each candidate. */
export async function readPlacements(db: Db, { municipalityId, mandateId }: BoardIds) {
  const { rows: needs } = await sql<{
    needId: string;
    needKey: string;
    candidateId: string | null;
    reason: string | null;
    language: Language;
    other: string;
  }>`
    SELECT published.id AS "needId", published.key AS "needKey", placed.candidate_id AS "candidateId",
           placed.set_aside_reason AS reason, placed.reason_language AS language, placed.reason_other AS other
    FROM compiled_need placed
    JOIN voiced_need need ON need.municipality_id = ${municipalityId} AND need.id = placed.need_id
    JOIN need published ON published.id = need.need_id
    WHERE placed.municipality_id = ${municipalityId} AND need.mandate_id = ${mandateId}
    ORDER BY published.key`.execute(db);
  const fields = await db
    .selectFrom('candidate_priority')
    .select(['id', 'field_id as fieldId'])
    .where('municipality_id', '=', municipalityId)
    .where('mandate_id', '=', mandateId)
    .execute();
  return { needs, fields };
}
