import { sql } from 'kysely';
import type { Db } from '#server/database/db.ts';

export interface Page {
  municipality?: string | undefined;
  /** Key of the last row on the page before. */
  after?: string | undefined;
  limit: number;
}

const newest = sql<boolean>`NOT EXISTS (
  SELECT FROM publication later
   WHERE later.first_id = coalesce(publication.first_id, publication.id) AND later.version > publication.version)`;

/** Newest first, each as it now reads; those without a known date last. */
export function readPublications(db: Db, { municipality, after, limit }: Page) {
  return db
    .selectFrom('publication')
    .leftJoin('municipality', 'municipality.id', 'publication.municipality_id')
    .leftJoin('round', 'round.id', 'publication.round_id')
    .leftJoin('organisation', 'organisation.id', 'publication.organisation_id')
    .innerJoin('publication as first', (join) =>
      join.on(sql<boolean>`first.id = coalesce(publication.first_id, publication.id)`),
    )
    .where(newest)
    .select([
      'publication.id',
      'first.key',
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
    .$if(municipality !== undefined, (query) => query.where('municipality.key', '=', municipality ?? ''))
    .$if(after !== undefined, (query) =>
      query.where(
        sql<boolean>`coalesce((coalesce(publication.published_on, ''), first.key) < (
          SELECT coalesce(publication.published_on, ''), start.key::text
            FROM publication JOIN publication start ON start.id = coalesce(publication.first_id, publication.id)
           WHERE start.key = ${after} AND ${newest}), true)`,
      ),
    )
    .orderBy(sql`coalesce(publication.published_on, '')`, 'desc')
    .orderBy('first.key', 'desc')
    .limit(limit)
    .execute();
}
