import { sql } from 'kysely';
import type { Db } from '#server/database/db.ts';

export interface Page {
  municipality?: string | undefined;
  /** Key of the last row on the page before. */
  after?: string | undefined;
  limit: number;
}

function selectExperience(db: Db) {
  return db
    .selectFrom('experience')
    .innerJoin('municipality', 'municipality.id', 'experience.municipality_id')
    .leftJoin('organisation', 'organisation.id', 'experience.organisation_id')
    .leftJoin('field', 'field.id', 'experience.field_id')
    .select([
      'experience.id',
      'experience.key',
      'experience.published_on as publishedOn',
      'experience.title',
      'experience.summary',
      'municipality.key as municipalityKey',
      'municipality.name as municipalityName',
      'organisation.key as organisationKey',
      'organisation.name as organisationName',
      'field.key as fieldKey',
      'field.name as fieldName',
    ]);
}

/** Newest first. */
export function readExperiences(db: Db, { municipality, after, limit }: Page) {
  return selectExperience(db)
    .$if(municipality !== undefined, (query) => query.where('municipality.key', '=', municipality ?? ''))
    .$if(after !== undefined, (query) =>
      query.where(
        sql<boolean>`coalesce((experience.published_on, experience.key) < (SELECT published_on, key::text FROM experience WHERE key = ${after}), true)`,
      ),
    )
    .orderBy('experience.published_on', 'desc')
    .orderBy('experience.key', 'desc')
    .limit(limit)
    .execute();
}

export function readExperience(db: Db, key: string) {
  return selectExperience(db).select('experience.body').where('experience.key', '=', key).executeTakeFirst();
}

/** Newest first; those without a known date last. */
export function readPublications(
  db: Db,
  {
    municipality,
    kinds,
    notKinds,
    after,
    limit,
  }: Page & { kinds?: readonly string[]; notKinds?: readonly string[] },
) {
  return db
    .selectFrom('publication')
    .leftJoin('municipality', 'municipality.id', 'publication.municipality_id')
    .leftJoin('round', 'round.id', 'publication.round_id')
    .leftJoin('organisation', 'organisation.id', 'publication.organisation_id')
    .select([
      'publication.id',
      'publication.key',
      'publication.kind',
      'publication.published_on as publishedOn',
      'publication.title',
      'publication.summary',
      'publication.language',
      'publication.url',
      'municipality.key as municipalityKey',
      'municipality.name as municipalityName',
      'round.key as round',
      'organisation.key as organisationKey',
      'organisation.name as organisationName',
    ])
    .$if(kinds !== undefined, (query) => query.where(sql<boolean>`publication.kind = any(${kinds}::text[])`))
    .$if(notKinds !== undefined, (query) =>
      query.where(sql<boolean>`publication.kind <> all(${notKinds}::text[])`),
    )
    .$if(municipality !== undefined, (query) => query.where('municipality.key', '=', municipality ?? ''))
    .$if(after !== undefined, (query) =>
      query.where(
        sql<boolean>`coalesce((coalesce(publication.published_on, ''), publication.key) < (SELECT coalesce(published_on, ''), key::text FROM publication WHERE key = ${after}), true)`,
      ),
    )
    .orderBy(sql`coalesce(publication.published_on, '')`, 'desc')
    .orderBy('publication.key', 'desc')
    .limit(limit)
    .execute();
}
