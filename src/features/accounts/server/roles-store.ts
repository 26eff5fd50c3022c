import { randomUUID } from 'node:crypto';
import type { Db } from '#server/database/db.ts';
import type { Role } from '../role.ts';

/** A role as it is given: to whom, and bound to what. */
export interface GivenRole {
  role: Role;
  organisationId: string | null;
  municipalityId: string | null;
}

export function findOrganisation(db: Db, key: string) {
  return db.selectFrom('organisation').select('id').where('key', '=', key).executeTakeFirst();
}

export function findMunicipality(db: Db, key: string) {
  return db.selectFrom('municipality').select('id').where('key', '=', key).executeTakeFirst();
}

/** Which of an organisation and a municipality there is not. */
export async function readMissing(
  db: Db,
  { organisationId, municipalityId }: GivenRole,
): Promise<('organisationId' | 'municipalityId')[]> {
  const [organisation, municipality] = await Promise.all([
    organisationId &&
      db.selectFrom('organisation').select('id').where('id', '=', organisationId).executeTakeFirst(),
    municipalityId &&
      db.selectFrom('municipality').select('id').where('id', '=', municipalityId).executeTakeFirst(),
  ]);
  const missing = { organisationId: organisation === undefined, municipalityId: municipality === undefined };
  return (['organisationId', 'municipalityId'] as const).filter((field) => missing[field]);
}

function grantsOf(db: Db, accountId: string, given: GivenRole, today: string) {
  return db
    .selectFrom('role_grant')
    .select('id')
    .where('account_id', '=', accountId)
    .where('role', '=', given.role)
    .where('organisation_id', 'is not distinct from', given.organisationId)
    .where('municipality_id', 'is not distinct from', given.municipalityId)
    .where((eb) => eb.or([eb('until', 'is', null), eb('until', '>=', today)]));
}

export function readSameGrants(db: Db, accountId: string, given: GivenRole, today: string) {
  return grantsOf(db, accountId, given, today).execute();
}

/** @returns the grant's id */
export async function insertGrant(
  db: Db,
  grant: GivenRole & { accountId: string; since: string; until: string | null; grantedBy: string | null },
): Promise<string> {
  const id = randomUUID();
  await db
    .insertInto('role_grant')
    .values({
      id,
      account_id: grant.accountId,
      role: grant.role,
      organisation_id: grant.organisationId,
      municipality_id: grant.municipalityId,
      since: grant.since,
      until: grant.until,
      granted_by: grant.grantedBy,
    })
    .execute();
  return id;
}

export async function endGrant(db: Db, id: string, until: string): Promise<void> {
  await db.updateTable('role_grant').set({ until }).where('id', '=', id).execute();
}

/** Every account with its roles, ended ones too, by address. */
export function readAccountsWithRoles(db: Db) {
  return db
    .selectFrom('account')
    .leftJoin('role_grant', 'role_grant.account_id', 'account.id')
    .leftJoin('organisation', 'organisation.id', 'role_grant.organisation_id')
    .leftJoin('municipality', 'municipality.id', 'role_grant.municipality_id')
    .select([
      'account.email',
      'account.name',
      'account.second_factor as secondFactor',
      'role_grant.role',
      'role_grant.until',
      'organisation.key as organisation',
      'municipality.key as municipality',
    ])
    .orderBy('account.email')
    .orderBy('role_grant.role')
    .execute();
}
