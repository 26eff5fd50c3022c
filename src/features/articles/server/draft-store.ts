import { sql, type Insertable, type Updateable } from 'kysely';
import type { Db } from '#server/database/db.ts';
import type { DB } from '#server/database/types.ts';
import { contentSchema, reviewedSchema } from '../content.ts';

function selectDraft(db: Db) {
  return db
    .selectFrom('article_draft as draft')
    .leftJoin('municipality', 'municipality.id', 'draft.municipality_id')
    .leftJoin('organisation', 'organisation.id', 'draft.organisation_id')
    .leftJoin('article', 'article.id', 'draft.article_id')
    .innerJoin('account as writer', 'writer.id', 'draft.written_by')
    .leftJoin('account as reviewer', 'reviewer.id', 'draft.reviewed_by')
    .select([
      'draft.id',
      'draft.municipality_id as municipalityId',
      'municipality.key as municipalityKey',
      'municipality.name as municipalityName',
      'draft.organisation_id as organisationId',
      'organisation.name as organisationName',
      'draft.content',
      'draft.content_version as contentVersion',
      'draft.version',
      'draft.written_by as writtenBy',
      'writer.name as writerName',
      'draft.written_at as writtenAt',
      'draft.handed_in_version as handedInVersion',
      'draft.sent_back as sentBack',
      'draft.reviewed',
      'draft.reviewed_version as reviewedVersion',
      'draft.reviewed_at as reviewedAt',
      'reviewer.name as reviewerName',
      'draft.publish_at as publishAt',
      'draft.scheduled_by as scheduledBy',
      'draft.published_version as publishedVersion',
      'draft.article_id as articleId',
      'article.key as articleKey',
    ])
    .where('draft.dropped_at', 'is', null);
}

type Raw = Awaited<ReturnType<ReturnType<typeof selectDraft>['execute']>>[number];

function present({ content, reviewed, ...row }: Raw) {
  return {
    ...row,
    content: contentSchema.parse(content),
    reviewed: reviewed === null ? null : reviewedSchema.parse(reviewed),
  };
}

export type DraftRow = ReturnType<typeof present>;

export async function readDraft(db: Db, id: string): Promise<DraftRow | undefined> {
  const row = await selectDraft(db).where('draft.id', '=', id).executeTakeFirst();
  return row && present(row);
}

/** One after the other: whoever changes an article waits here for whoever does at this moment. */
export async function holdDraft(db: Db, id: string): Promise<DraftRow | undefined> {
  await db.selectFrom('article_draft').select('id').where('id', '=', id).forUpdate().execute();
  return readDraft(db, id);
}

/** What came from another site and nobody has published as it now is. */
const isBrought = sql<boolean>`draft.published_version IS DISTINCT FROM draft.content_version
  AND EXISTS (SELECT FROM imported_article WHERE draft_id = draft.id)`;

function within(municipalityIds: 'all' | readonly string[]) {
  return municipalityIds === 'all'
    ? sql<boolean>`true`
    : sql<boolean>`(draft.municipality_id IS NULL OR draft.municipality_id = any(${municipalityIds}::uuid[]))`;
}

export async function countBrought(db: Db, municipalityIds: 'all' | readonly string[]): Promise<number> {
  const { count } = await db
    .selectFrom('article_draft as draft')
    .select(sql<number>`count(*)::integer`.as('count'))
    .where('draft.dropped_at', 'is', null)
    .where(within(municipalityIds))
    .where(isBrought)
    .executeTakeFirstOrThrow();
  return count;
}

/** The newest first, those of the network among them. */
export async function readDrafts(
  db: Db,
  municipalityIds: 'all' | readonly string[],
  { limit, after, isImported }: { limit: number; after?: string | undefined; isImported: boolean },
): Promise<DraftRow[]> {
  const rows = await selectDraft(db)
    .where(within(municipalityIds))
    .$if(isImported, (query) => query.where(isBrought))
    .$if(after !== undefined, (query) =>
      query.where(
        sql<boolean>`coalesce((draft.written_at, draft.id) < (SELECT written_at, id FROM article_draft WHERE id = ${after}::uuid), true)`,
      ),
    )
    .orderBy('draft.written_at', 'desc')
    .orderBy('draft.id', 'desc')
    .limit(limit)
    .execute();
  return rows.map(present);
}

/** What was handed in by others and waits for a review, the oldest first. */
export async function readHandedIn(db: Db, municipalityIds: 'all' | readonly string[], accountId: string) {
  const rows = await selectDraft(db)
    .$if(municipalityIds !== 'all', (query) =>
      query.where(sql<boolean>`draft.municipality_id = any(${municipalityIds}::uuid[])`),
    )
    .where(sql<boolean>`draft.handed_in_version = draft.content_version`)
    .where(sql<boolean>`draft.reviewed_version IS DISTINCT FROM draft.content_version`)
    .where('draft.written_by', '<>', accountId)
    .orderBy('draft.written_at')
    .limit(20)
    .execute();
  return rows.map(present);
}

export async function insertDraft(db: Db, row: Insertable<DB['article_draft']>): Promise<void> {
  await db.insertInto('article_draft').values(row).execute();
}

export async function updateDraft(db: Db, id: string, row: Updateable<DB['article_draft']>): Promise<void> {
  await db
    .updateTable('article_draft')
    .set((eb) => ({ ...row, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .execute();
}

export function readDraftPictures(db: Db, draftId: string) {
  return db
    .selectFrom('article_draft_picture')
    .select([
      'id',
      'position',
      'original_sha256 as originalSha256',
      'copy_sha256 as copySha256',
      'alt_sq as altSq',
      'alt_en as altEn',
      'credit',
    ])
    .where('draft_id', '=', draftId)
    .orderBy('position')
    .execute();
}
