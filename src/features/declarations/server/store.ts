import { sql } from 'kysely';
import type { Localised } from '#i18n/languages.ts';
import type { Db } from '#server/database/db.ts';

/** Members of a day, each with the version of its declaration for a year; null where it has made none. */
export async function readDeclaring(db: Db, year: number, today: string, ids: 'all' | readonly string[]) {
  const { rows } = await sql<{
    id: string;
    key: string;
    name: Localised;
    version: number | null;
    declaredOn: string | null;
  }>`
    SELECT organisation.id, organisation.key, organisation.name, own.version, own.declared_on AS "declaredOn"
    FROM organisation
    LEFT JOIN LATERAL (
      SELECT version, declared_on FROM declaration
      WHERE organisation_id = organisation.id AND year = ${year} ORDER BY version DESC LIMIT 1
    ) own ON true
    WHERE EXISTS (
      SELECT FROM membership WHERE organisation_id = organisation.id AND (until IS NULL OR until >= ${today})
    ) AND ${ids === 'all' ? sql`true` : sql`organisation.id = any(${ids}::uuid[])`}
    ORDER BY organisation.key`.execute(db);
  return rows;
}

/** Every version that an organisation declared, the newest year and version first. */
export function readDeclarations(db: Db, organisationId: string) {
  return db
    .selectFrom('declaration')
    .select(['id', 'key', 'year', 'version', 'declared_on as declaredOn', 'interests', 'reason'])
    .where('organisation_id', '=', organisationId)
    .orderBy('year', 'desc')
    .orderBy('version', 'desc')
    .execute();
}

export function readFunding(db: Db, declarationIds: readonly string[]) {
  return db
    .selectFrom('declaration_funding')
    .select(['declaration_id as declarationId', 'funder', 'band', 'amount', 'currency'])
    .where('declaration_id', 'in', [...declarationIds])
    .orderBy('declaration_id')
    .orderBy('position')
    .execute();
}

export function readOrganisation(db: Db, id: string) {
  return db.selectFrom('organisation').select(['id', 'key', 'name']).where('id', '=', id).executeTakeFirst();
}
