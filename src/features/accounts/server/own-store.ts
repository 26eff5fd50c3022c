import { sql } from 'kysely';
import type { Language } from '#i18n/languages.ts';
import type { Db } from '#server/database/db.ts';

export async function updateProfile(
  db: Db,
  accountId: string,
  profile: { name: string; language: Language },
  now: Date,
): Promise<void> {
  await db
    .updateTable('account')
    .set({ ...profile, updated_at: now })
    .where('id', '=', accountId)
    .execute();
}

export function readAddress(db: Db, accountId: string) {
  return db
    .selectFrom('account')
    .select(['email', 'language'])
    .where('id', '=', accountId)
    .executeTakeFirst();
}

/** @returns whether the address was free */
export async function updateEmail(db: Db, accountId: string, email: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('account')
    .set({ email, email_verified: true, updated_at: now })
    .where('id', '=', accountId)
    .where((eb) =>
      eb.not(
        eb.exists(eb.selectFrom('account as other').select('other.id').where('other.email', '=', email)),
      ),
    )
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function readPassword(db: Db, accountId: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('credential')
    .select('password')
    .where('account_id', '=', accountId)
    .where('provider', '=', 'credential')
    .executeTakeFirst();
  return row?.password ?? undefined;
}

export async function deleteAccount(db: Db, accountId: string): Promise<void> {
  await db.deleteFrom('account').where('id', '=', accountId).execute();
}

/** Every column of the database that says whose a row is, and every other that names an account. */
export async function readReferences(db: Db): Promise<{ table: string; column: string; isOwner: boolean }[]> {
  const { rows } = await sql<{ table: string; column: string; isOwner: boolean }>`
    SELECT source.relname AS "table", attribute.attname AS "column", attribute.attname = 'account_id' AS "isOwner"
    FROM pg_constraint AS fk
    JOIN pg_class AS source ON source.oid = fk.conrelid
    JOIN pg_attribute AS attribute ON attribute.attrelid = fk.conrelid AND attribute.attnum = fk.conkey[1]
    WHERE fk.contype = 'f' AND fk.confrelid = 'account'::regclass AND cardinality(fk.conkey) = 1
    ORDER BY 1, 2`.execute(db);
  return rows;
}

/** The rows of a table that are an account's, as they are stored. */
export async function readRowsOf(
  db: Db,
  table: string,
  column: string,
  accountId: string,
): Promise<unknown[]> {
  const { rows } = await sql<{ row: unknown }>`
    SELECT to_jsonb(${sql.table(table)}) AS row FROM ${sql.table(table)} WHERE ${sql.ref(column)} = ${accountId}
  `.execute(db);
  return rows.map(({ row }) => row);
}

export async function readAccountRow(db: Db, accountId: string): Promise<unknown> {
  return (await readRowsOf(db, 'account', 'id', accountId))[0];
}

/** What the audit says that the account did, or that was done about it. */
export function readAuditOf(db: Db, accountId: string) {
  return db
    .selectFrom('audit_event')
    .select(['happened_at as happenedAt', 'action', 'subject_kind as subjectKind', 'subject_id as subjectId'])
    .where((eb) =>
      eb.or([
        eb('actor', '=', accountId),
        eb.and([eb('subject_kind', '=', 'account'), eb('subject_id', '=', accountId)]),
      ]),
    )
    .orderBy('happened_at')
    .execute();
}
