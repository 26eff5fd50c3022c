import { sql } from 'kysely';
import type { Localised } from '#i18n/languages.ts';
import type { Db } from '#server/database/db.ts';
import type { Wording } from '../wording.ts';
import type { BoardIds } from './board-store.ts';

export interface BoardCandidate {
  id: string;
  title: string;
  fieldKey: string | null;
  fieldName: Localised | null;
  needs: number;
  sessions: number;
  version: number;
}

const titleOrder = sql`candidate.title COLLATE "und-x-icu"`;

/** Candidates of a board by title, from after one of them on, with the needs in each and the sessions they come from. */
export async function readCandidates(
  db: Db,
  { municipalityId, mandateId }: BoardIds,
  { text, after, limit }: { text?: string | undefined; after?: string | undefined; limit: number },
): Promise<BoardCandidate[]> {
  const like = `%${(text ?? '').replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  const { rows } = await sql<BoardCandidate>`
    SELECT candidate.id, candidate.title, candidate.version, candidate.needs, candidate.sessions,
           field.key AS "fieldKey", field.name AS "fieldName"
    FROM candidate_priority candidate
    LEFT JOIN field ON field.id = candidate.field_id
    WHERE candidate.municipality_id = ${municipalityId} AND candidate.mandate_id = ${mandateId}
      AND NOT candidate.retired
      ${text ? sql`AND fold_text(candidate.title) LIKE fold_text(${like})` : sql``}
      ${
        after
          ? sql`AND (${titleOrder}, candidate.id) > (
              SELECT ${titleOrder}, candidate.id FROM candidate_priority candidate
              WHERE candidate.municipality_id = ${municipalityId} AND candidate.id = ${after})`
          : sql``
      }
    ORDER BY ${titleOrder}, candidate.id
    LIMIT ${limit}`.execute(db);
  return rows;
}

/** Every candidate that needs can be put into, by title. */
export async function readTitles(db: Db, { municipalityId, mandateId }: BoardIds, limit: number) {
  const { rows } = await sql<{ id: string; title: string } & Wording>`
    SELECT candidate.id, candidate.title, candidate.title_language AS language, candidate.title_other AS other FROM candidate_priority candidate
    WHERE candidate.municipality_id = ${municipalityId} AND candidate.mandate_id = ${mandateId}
      AND NOT candidate.retired
    ORDER BY ${titleOrder}, candidate.id LIMIT ${limit}`.execute(db);
  return rows;
}

export function readCandidate(db: Db, { municipalityId, mandateId }: BoardIds, id: string) {
  return db
    .selectFrom('candidate_priority as candidate')
    .leftJoin('field', 'field.id', 'candidate.field_id')
    .leftJoin('candidate_priority as target', (join) =>
      join
        .onRef('target.municipality_id', '=', 'candidate.municipality_id')
        .onRef('target.id', '=', 'candidate.merged_into'),
    )
    .select([
      'candidate.id',
      'candidate.title',
      'candidate.title_language as language',
      'candidate.title_other as other',
      'candidate.version',
      'candidate.retired',
      'candidate.field_id as fieldId',
      'field.name as fieldName',
      'target.id as intoId',
      'target.title as intoTitle',
    ])
    .where('candidate.municipality_id', '=', municipalityId)
    .where('candidate.mandate_id', '=', mandateId)
    .where('candidate.id', '=', id)
    .executeTakeFirst();
}

/** What a board can be filtered by. */
export async function readChoices(db: Db, { municipalityId, mandateId }: BoardIds) {
  const [fields, units, sessions] = await Promise.all([
    db.selectFrom('field').select(['id', 'key', 'name']).orderBy('position').execute(),
    db
      .selectFrom('administrative_unit')
      .select(['key', 'name'])
      .where('municipality_id', '=', municipalityId)
      .orderBy('name')
      .execute(),
    db
      .selectFrom('listening_session')
      .select(['id', 'held_on as heldOn', 'place', 'kind'])
      .where('municipality_id', '=', municipalityId)
      .where('mandate_id', '=', mandateId)
      .where('state', 'in', ['held', 'published'])
      .orderBy('held_on', 'desc')
      .orderBy('id')
      .limit(500)
      .execute(),
  ]);
  return { fields, units, sessions };
}
