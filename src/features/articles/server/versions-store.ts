import type { Localised } from '#i18n/languages.ts';
import type { Db } from '#server/database/db.ts';

export interface VersionRow {
  version: number;
  /** Null of the first. */
  changedOn: string | null;
  reason: Localised | null;
  title: Localised;
  summary: Localised;
  body: Localised | null;
  addressedTo: Localised | null;
}

/** All that an article ever said, the first version first. */
export async function readVersions(db: Db, articleId: string): Promise<VersionRow[]> {
  const first = await db
    .selectFrom('article')
    .select(['title', 'summary', 'body', 'addressed_to as addressedTo'])
    .where('id', '=', articleId)
    .executeTakeFirstOrThrow();
  const later = await db
    .selectFrom('article_version')
    .select([
      'version',
      'changed_on as changedOn',
      'reason',
      'title',
      'summary',
      'body',
      'addressed_to as addressedTo',
    ])
    .where('article_id', '=', articleId)
    .orderBy('version')
    .execute();
  return [{ ...first, version: 1, changedOn: null, reason: null }, ...later];
}

/** When an article was changed and why, latest first: without the texts. */
export function readChanges(db: Db, articleId: string) {
  return db
    .selectFrom('article_version')
    .select(['version', 'changed_on as changedOn', 'reason'])
    .where('article_id', '=', articleId)
    .orderBy('version', 'desc')
    .execute();
}
