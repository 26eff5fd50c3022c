import { sql, type Insertable, type Updateable } from 'kysely';
import type { Db, Tx } from '#server/database/db.ts';
import type { DB } from '#server/database/types.ts';

function selectTry(db: Db) {
  return db
    .selectFrom('experience_try_draft as draft')
    .innerJoin('experience', 'experience.id', 'draft.experience_id')
    .innerJoin('municipality', 'municipality.id', 'draft.municipality_id')
    .leftJoin('organisation', 'organisation.id', 'draft.organisation_id')
    .leftJoin('municipality as teacher', 'teacher.id', 'draft.learned_from_id')
    .select([
      'draft.id',
      'draft.experience_id as experienceId',
      'experience.key as experienceKey',
      'experience.title as experienceTitle',
      'draft.municipality_id as municipalityId',
      'municipality.key as municipalityKey',
      'municipality.name as municipalityName',
      'draft.organisation_id as organisationId',
      'organisation.name as organisationName',
      'draft.state',
      'draft.outcome',
      'draft.said_on as saidOn',
      'draft.statement',
      'draft.learned_from_id as learnedFromId',
      'teacher.name as teacherName',
      'draft.reason',
      'draft.review',
      'draft.review_note as reviewNote',
      'draft.version',
      'draft.written_by as writtenBy',
    ]);
}

export function readTry(db: Db, id: string) {
  return selectTry(db).where('draft.id', '=', id).executeTakeFirst();
}

export type TryDraft = NonNullable<Awaited<ReturnType<typeof readTry>>>;

export function readOpenTries(db: Db, reach: 'all' | readonly string[], limit = 200) {
  return selectTry(db)
    .where('draft.review', '<>', 'published')
    .$if(reach !== 'all', (query) =>
      query.where(sql<boolean>`draft.municipality_id = ANY(${reach === 'all' ? [] : reach}::uuid[])`),
    )
    .orderBy('draft.changed_at', 'desc')
    .orderBy('draft.id')
    .limit(limit)
    .execute();
}

export function readOpenTryOf(db: Db, experienceId: string, municipalityId: string) {
  return selectTry(db)
    .where('draft.experience_id', '=', experienceId)
    .where('draft.municipality_id', '=', municipalityId)
    .where('draft.review', '<>', 'published')
    .executeTakeFirst();
}

export function holdExperience(tx: Tx, experienceId: string) {
  return tx.selectFrom('experience').select('id').where('id', '=', experienceId).forUpdate().execute();
}

export function insertTry(tx: Tx, row: Insertable<DB['experience_try_draft']>) {
  return tx.insertInto('experience_try_draft').values(row).execute();
}

export async function updateTry(
  tx: Tx,
  id: string,
  base: number,
  row: Updateable<DB['experience_try_draft']>,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('experience_try_draft')
    .set({ ...row, version: sql`version + 1`, changed_at: sql`now()` })
    .where('id', '=', id)
    .where('version', '=', base)
    .where('review', '<>', 'published')
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

/** The newest public word of a municipality on an experience. */
export function readPublicTry(db: Db, experienceId: string, municipalityId: string) {
  return db
    .selectFrom('experience_try')
    .select(['id', 'version', 'state', 'outcome'])
    .where('experience_id', '=', experienceId)
    .where('municipality_id', '=', municipalityId)
    .orderBy('version', 'desc')
    .limit(1)
    .executeTakeFirst();
}

export function readExperienceById(db: Db, id: string) {
  return db
    .selectFrom('experience')
    .innerJoin('municipality', 'municipality.id', 'experience.municipality_id')
    .select([
      'experience.id',
      'experience.key',
      'experience.title',
      'experience.municipality_id as municipalityId',
      'municipality.name as municipalityName',
    ])
    .where('experience.id', '=', id)
    .executeTakeFirst();
}

/** The municipalities that have said something of an experience in public: one can learn from them. */
export function readTeachers(db: Db, experienceId: string) {
  return db
    .selectFrom('municipality')
    .select(['id', 'name'])
    .where(
      sql<boolean>`EXISTS (SELECT FROM experience_try WHERE experience_id = ${experienceId} AND municipality_id = municipality.id)`,
    )
    .orderBy('name')
    .execute();
}
