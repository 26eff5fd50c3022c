import type { Localised } from '#i18n/languages.ts';
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
      'membership.key',
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

/** Why memberships that are over ended, by the membership's key, where the record says so. */
export async function readEndings(
  db: Db,
  memberships: readonly { key: string; until: string | null }[],
): Promise<Map<string, Localised>> {
  const ended = memberships.filter(({ until }) => until !== null).map(({ key }) => key);
  if (ended.length === 0) return new Map();
  const rows = await db
    .selectFrom('directory_change')
    .select(['subject_key as key', 'reason', 'after'])
    .where('subject', '=', 'membership')
    .where('subject_key', 'in', ended)
    .orderBy('number')
    .execute();
  const ofEnds = rows.filter(({ after }) => after !== null && typeof after === 'object' && 'until' in after);
  return new Map(ofEnds.map(({ key, reason }) => [key, reason]));
}
