import { sql } from 'kysely';
import type { Db } from '#server/database/db.ts';

/** The grants of an account that hold on a day, each with the municipalities that its organisation is a member for then. */
export function readGrants(db: Db, accountId: string, today: string) {
  const reach = sql<string[]>`coalesce((
    SELECT array_agg(DISTINCT membership.municipality_id)
    FROM membership
    WHERE membership.organisation_id = role_grant.organisation_id AND membership.municipality_id IS NOT NULL
      AND (membership.until IS NULL OR membership.until >= left(${today}, length(membership.until)))
  ), '{}')`;
  return db
    .selectFrom('role_grant')
    .select([
      'role',
      'organisation_id as organisationId',
      'municipality_id as municipalityId',
      reach.as('municipalityIds'),
    ])
    .where('account_id', '=', accountId)
    .where('since', '<=', today)
    .where((eb) => eb.or([eb('until', 'is', null), eb('until', '>=', today)]))
    .orderBy('role')
    .orderBy('id')
    .execute();
}
