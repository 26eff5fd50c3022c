import type { Db } from '#server/database/db.ts';

/** Who has an account as the municipality's contact on a day, the longest first. */
export function readContacts(db: Db, municipalityId: string, today: string) {
  return db
    .selectFrom('role_grant as grant')
    .innerJoin('account', 'account.id', 'grant.account_id')
    .select(['account.name', 'account.email'])
    .where('grant.role', '=', 'municipality-contact')
    .where('grant.municipality_id', '=', municipalityId)
    .where('grant.since', '<=', today)
    .where((eb) => eb.or([eb('grant.until', 'is', null), eb('grant.until', '>=', today)]))
    .orderBy('grant.since')
    .orderBy('account.email')
    .execute();
}
