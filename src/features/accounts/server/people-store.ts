import { sql } from 'kysely';
import type { Language } from '#i18n/languages.ts';
import type { Db } from '#server/database/db.ts';

function organisationName(language: Language) {
  return sql<string | null>`coalesce(organisation.name ->> ${language}, organisation.name ->> 'sq')`;
}

function grants(db: Db, language: Language) {
  return db
    .selectFrom('role_grant')
    .innerJoin('account', 'account.id', 'role_grant.account_id')
    .leftJoin('organisation', 'organisation.id', 'role_grant.organisation_id')
    .leftJoin('municipality', 'municipality.id', 'role_grant.municipality_id')
    .select([
      'role_grant.id',
      'role_grant.account_id as accountId',
      'account.name',
      'account.email',
      'account.second_factor as secondFactor',
      'role_grant.role',
      'role_grant.organisation_id as organisationId',
      'role_grant.municipality_id as municipalityId',
      organisationName(language).as('organisation'),
      'municipality.name as municipality',
      'role_grant.since',
      'role_grant.until',
    ]);
}

/** Roles that hold or will, of everyone or of some organisations' people, by name. */
export function readGrants(db: Db, language: Language, seen: 'all' | readonly string[], today: string) {
  return grants(db, language)
    .where((eb) => eb.or([eb('role_grant.until', 'is', null), eb('role_grant.until', '>=', today)]))
    .$if(seen !== 'all', (query) =>
      query.where('role_grant.organisation_id', 'in', seen === 'all' ? [] : [...seen]),
    )
    .orderBy('account.name')
    .orderBy('role_grant.role')
    .orderBy('role_grant.id')
    .limit(2000)
    .execute();
}

export function readGrant(db: Db, id: string) {
  return grants(db, 'sq').where('role_grant.id', '=', id).executeTakeFirst();
}

/** The roles of one account, ended ones too. */
export function readOwnGrants(db: Db, language: Language, accountId: string) {
  return grants(db, language)
    .where('role_grant.account_id', '=', accountId)
    .orderBy('role_grant.since', 'desc')
    .orderBy('role_grant.id')
    .execute();
}

/** The municipalities that an organisation is a member for on a day. */
export async function readReach(db: Db, organisationId: string, today: string): Promise<string[]> {
  const rows = await db
    .selectFrom('membership')
    .select('municipality_id as id')
    .distinct()
    .where('organisation_id', '=', organisationId)
    .where((eb) =>
      eb.or([eb('until', 'is', null), eb('until', '>=', sql<string>`left(${today}, length(until))`)]),
    )
    .execute();
  return rows.flatMap(({ id }) => (id === null ? [] : [id]));
}

/** Organisations to choose from: all, or some. */
export function readOrganisations(db: Db, language: Language, seen: 'all' | readonly string[]) {
  return db
    .selectFrom('organisation')
    .select(['id', organisationName(language).as('name')])
    .$if(seen !== 'all', (query) => query.where('id', 'in', seen === 'all' ? [] : [...seen]))
    .execute();
}

export function readMunicipalities(db: Db) {
  return db.selectFrom('municipality').select(['id', 'name']).execute();
}

/**
 * The administrators in force, locked until the transaction ends: of two who end each other's role, one comes second and sees
 * that they are the last.
 */
export function lockAdministrators(db: Db, after: string) {
  return db
    .selectFrom('role_grant')
    .select(['id', 'account_id as accountId'])
    .where('role', '=', 'administrator')
    .where('since', '<=', after)
    .where((eb) => eb.or([eb('until', 'is', null), eb('until', '>', after)]))
    .orderBy('id')
    .forUpdate()
    .execute();
}
