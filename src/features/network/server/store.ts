import type { Db } from '#server/database/db.ts';

export function readPosts(db: Db, municipalityId: string) {
  return db
    .selectFrom('post')
    .innerJoin('person', 'person.id', 'post.person_id')
    .select([
      'post.id',
      'post.key',
      'person.key as personKey',
      'person.name',
      'post.office',
      'post.since',
      'post.until',
      'post.seen_on as seenOn',
      'post.elected_on as electedOn',
      'post.note',
    ])
    .where('post.municipality_id', '=', municipalityId)
    .execute();
}

/** Every membership, or those for one municipality. */
export function readMemberships(db: Db, municipalityId?: string) {
  return db
    .selectFrom('membership')
    .innerJoin('organisation', 'organisation.id', 'membership.organisation_id')
    .leftJoin('municipality', 'municipality.id', 'membership.municipality_id')
    .select([
      'membership.id',
      'organisation.id as organisationId',
      'organisation.key as organisationKey',
      'organisation.name',
      'municipality.id as municipalityId',
      'municipality.key as municipalityKey',
      'municipality.name as municipalityName',
      'membership.role',
      'membership.since',
      'membership.until',
      'membership.note',
    ])
    .$if(municipalityId !== undefined, (query) =>
      query.where('membership.municipality_id', '=', municipalityId ?? ''),
    )
    .orderBy('membership.key')
    .execute();
}
