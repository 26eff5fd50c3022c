import { sql } from 'kysely';
import type { Localised } from '#i18n/languages.ts';
import type { Db } from '#server/database/db.ts';

/** The codes in force of a priority's components in a round, as far as the record has any. */
export async function readCodes(db: Db, { priorityId, roundId }: { priorityId: string; roundId: string }) {
  const { rows } = await sql<{ id: string; position: number; statement: Localised; code: string }>`
    SELECT DISTINCT ON (component.position, component.id)
           component.id, component.position, component.statement, coded.code
    FROM component JOIN component_code coded ON coded.component_id = component.id
    WHERE component.priority_id = ${priorityId} AND coded.round_id = ${roundId}
    ORDER BY component.position, component.id, coded.version DESC`.execute(db);
  return rows;
}

/** The codes that a codebook has, in its order. */
export function readChoices(db: Db, codebookId: string) {
  return db
    .selectFrom('codebook_code')
    .select(['code', 'name'])
    .where('codebook_id', '=', codebookId)
    .orderBy('position')
    .execute();
}
