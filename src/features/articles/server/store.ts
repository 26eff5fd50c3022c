import { sql } from 'kysely';
import type { Localised } from '#i18n/languages.ts';
import type { Db } from '#server/database/db.ts';
import type { ArticleFilter } from '../schema.ts';

/** What an article says now: its latest version, where it was changed, else the article itself. */
function selectArticle(db: Db) {
  return db
    .selectFrom('article')
    .leftJoin('municipality', 'municipality.id', 'article.municipality_id')
    .leftJoin('organisation', 'organisation.id', 'article.organisation_id')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('article_version')
          .selectAll()
          .whereRef('article_version.article_id', '=', 'article.id')
          .orderBy('article_version.version', 'desc')
          .limit(1)
          .as('latest'),
      (join) => join.onTrue(),
    )
    .select([
      'article.id',
      'article.key',
      'article.kind',
      'article.published_on as publishedOn',
      'article.language',
      'article.url',
      'article.publisher',
      sql<Localised>`coalesce(latest.title, article.title)`.as('title'),
      sql<Localised>`coalesce(latest.summary, article.summary)`.as('summary'),
      sql<number>`coalesce(latest.version, 1)::integer`.as('version'),
      'municipality.key as municipalityKey',
      'municipality.name as municipalityName',
      'organisation.key as organisationKey',
      'organisation.name as organisationName',
    ]);
}

export interface Page extends Omit<ArticleFilter, 'kind'> {
  kinds?: readonly string[] | undefined;
  limit: number;
}

/** Newest first; those without a known date last. */
export function readArticles(db: Db, { kinds, municipality, organisation, year, after, limit }: Page) {
  return selectArticle(db)
    .$if(kinds !== undefined, (query) => query.where(sql<boolean>`article.kind = any(${kinds}::text[])`))
    .$if(municipality !== undefined, (query) => query.where('municipality.key', '=', municipality ?? ''))
    .$if(organisation !== undefined, (query) => query.where('organisation.key', '=', organisation ?? ''))
    .$if(year !== undefined, (query) =>
      query.where(
        sql<boolean>`coalesce(article.published_on::text, '') >= ${String(year)} AND coalesce(article.published_on::text, '') < ${String((year ?? 0) + 1)}`,
      ),
    )
    .$if(after !== undefined, (query) =>
      query.where(
        sql<boolean>`coalesce((coalesce(article.published_on::text, ''), article.key::text) < (SELECT coalesce(published_on::text, ''), key::text FROM article WHERE key = ${after}), true)`,
      ),
    )
    .orderBy(sql`coalesce(article.published_on::text, '')`, 'desc')
    .orderBy(sql`article.key::text`, 'desc')
    .limit(limit)
    .execute();
}

export type ArticleRow = Awaited<ReturnType<typeof readArticles>>[number];

export function readArticle(db: Db, key: string) {
  return selectArticle(db)
    .select([
      sql<Localised | null>`CASE WHEN latest.id IS NULL THEN article.body ELSE latest.body END`.as('body'),
      sql<Localised | null>`CASE WHEN latest.id IS NULL THEN article.addressed_to ELSE latest.addressed_to END`.as(
        'addressedTo',
      ),
      sql<
        'follows' | 'behind' | null
      >`CASE WHEN latest.id IS NULL THEN article.translation ELSE latest.translation END`.as('translation'),
    ])
    .where('article.key', '=', key)
    .executeTakeFirst();
}

/** The years that articles are of, newest first. */
export async function readArticleYears(db: Db): Promise<number[]> {
  const rows = await db
    .selectFrom('article')
    .select(sql<number>`left(published_on, 4)::integer`.as('year'))
    .where('published_on', 'is not', null)
    .distinct()
    .orderBy('year', 'desc')
    .execute();
  return rows.map(({ year }) => year);
}

export function readArticleMunicipalities(db: Db) {
  return db
    .selectFrom('municipality')
    .select(['municipality.key', 'municipality.name'])
    .where((eb) =>
      eb.exists(
        eb
          .selectFrom('article')
          .select('article.id')
          .whereRef('article.municipality_id', '=', 'municipality.id'),
      ),
    )
    .execute();
}

export function findOrganisationName(db: Db, key: string) {
  return db.selectFrom('organisation').select('name').where('key', '=', key).executeTakeFirst();
}

export function readPeople(db: Db, articleId: string, version: number) {
  return db
    .selectFrom('article_person')
    .leftJoin('person', 'person.id', 'article_person.person_id')
    .select([
      'article_person.part',
      'article_person.name',
      'article_person.capacity',
      'person.key as personKey',
    ])
    .where('article_person.article_id', '=', articleId)
    .where('article_person.version', '=', version)
    .orderBy('article_person.part')
    .orderBy('article_person.position')
    .execute();
}

export function readPictures(db: Db, articleId: string, version: number) {
  return db
    .selectFrom('article_picture')
    .select(['sha256', 'alt', 'credit'])
    .where('article_id', '=', articleId)
    .where('version', '=', version)
    .orderBy('position')
    .execute();
}

export function readAnswers(db: Db, articleId: string) {
  return db
    .selectFrom('letter_answer')
    .select(['key', 'answered_on as answeredOn', 'by', 'answer', 'url'])
    .where('article_id', '=', articleId)
    .orderBy('position')
    .execute();
}
