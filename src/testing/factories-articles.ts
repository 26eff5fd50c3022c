import { randomUUID } from 'node:crypto';
import type { Insertable } from 'kysely';
import type { Db } from '#server/database/db.ts';
import type { DB } from '#server/database/types.ts';

let made = 0;

/** An article of the record, as it first was. */
export async function addArticle(db: Db, given: Partial<Insertable<DB['article']>> = {}) {
  made += 1;
  const row = {
    id: randomUUID(),
    key: `article-${made}`,
    published_on: '2024-03-01',
    title: JSON.stringify({ sq: 'Titulli', en: 'Title' }),
    summary: JSON.stringify({ sq: 'Përmbledhja', en: 'Summary' }),
    body: JSON.stringify({ sq: 'Rruga u shtrua me asfalt.' }),
    ...given,
    kind: given.kind ?? ('news' as const),
  };
  await db.insertInto('article').values(row).execute();
  return row;
}

export async function addArticleVersion(
  db: Db,
  article: { id: string; key: string },
  given: Partial<Insertable<DB['article_version']>> = {},
) {
  const version = given.version ?? 2;
  const row = {
    id: randomUUID(),
    key: `${article.key}/${version}`,
    article_id: article.id,
    version,
    changed_on: '2024-04-01',
    reason: JSON.stringify({ sq: 'Shifra ishte gabim' }),
    title: JSON.stringify({ sq: 'Titulli', en: 'Title' }),
    summary: JSON.stringify({ sq: 'Përmbledhja', en: 'Summary' }),
    body: JSON.stringify({ sq: 'Rruga u shtrua me çakëll.' }),
    ...given,
  };
  await db.insertInto('article_version').values(row).execute();
  return row;
}
