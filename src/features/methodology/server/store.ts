import { sql } from 'kysely';
import type { Localised } from '#i18n/languages.ts';
import type { Db, Tx } from '#server/database/db.ts';

const columns = ['id', 'key', 'number', 'published_on as publishedOn', 'text', 'changes', 'sha256'] as const;

export function readVersions(db: Db) {
  return db
    .selectFrom('methodology_version')
    .select(['id', 'number', 'published_on as publishedOn', 'changes', 'sha256'])
    .select((eb) =>
      eb
        .selectFrom('methodology_signature')
        .whereRef('version_id', '=', 'methodology_version.id')
        .select(({ fn }) => fn.countAll<number>().as('signatures'))
        .as('signatures'),
    )
    .orderBy('number', 'desc')
    .execute();
}

export function readVersion(db: Db, number: number) {
  return db.selectFrom('methodology_version').select(columns).where('number', '=', number).executeTakeFirst();
}

export function readLatest(db: Db) {
  return db
    .selectFrom('methodology_version')
    .select(columns)
    .orderBy('number', 'desc')
    .limit(1)
    .executeTakeFirst();
}

export type Version = NonNullable<Awaited<ReturnType<typeof readVersion>>>;

export function readSignatures(db: Db, versionId: string) {
  return db
    .selectFrom('methodology_signature as signature')
    .innerJoin('organisation', 'organisation.id', 'signature.organisation_id')
    .select([
      'signature.key',
      'organisation.id as organisationId',
      'organisation.key as organisation',
      'organisation.name',
      'signature.signed_on as signedOn',
      'signature.signed_by as signedBy',
      'signature.capacity',
    ])
    .where('version_id', '=', versionId)
    .orderBy('signature.signed_on')
    .orderBy('organisation.key')
    .execute();
}

/** The members of a day, each with the number of the newest version that it has signed. */
export async function readSigning(db: Db, today: string, organisationIds: 'all' | readonly string[]) {
  const { rows } = await sql<{
    id: string;
    key: string;
    name: Localised;
    number: number | null;
    signedOn: string | null;
  }>`
    SELECT organisation.id, organisation.key, organisation.name, newest.number, newest.signed_on AS "signedOn"
    FROM organisation
    LEFT JOIN LATERAL (
      SELECT number, signed_on FROM methodology_signature
      JOIN methodology_version ON methodology_version.id = version_id
      WHERE organisation_id = organisation.id ORDER BY number DESC LIMIT 1
    ) newest ON true
    WHERE EXISTS (
      SELECT FROM membership WHERE organisation_id = organisation.id AND (until IS NULL OR until >= ${today})
    ) AND ${organisationIds === 'all' ? sql`true` : sql`organisation.id = any(${organisationIds}::uuid[])`}
    ORDER BY organisation.key`.execute(db);
  return rows;
}

export function readDraft(db: Db) {
  return db.selectFrom('methodology_draft').select(['text', 'changes', 'version']).executeTakeFirst();
}

/** @param base the version that was begun from; undefined where there was none @returns whether it was written */
export async function writeDraft(
  tx: Tx,
  { text, changes }: { text: Localised; changes: Localised },
  base: number | undefined,
): Promise<boolean> {
  const values = { text: JSON.stringify(text), changes: JSON.stringify(changes) };
  if (base === undefined) {
    const added = await tx
      .insertInto('methodology_draft')
      .values(values)
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    return added.numInsertedOrUpdatedRows === 1n;
  }
  const { numUpdatedRows } = await tx
    .updateTable('methodology_draft')
    .set(({ eb }) => ({ ...values, version: eb('version', '+', 1), updated_at: sql`now()` }))
    .where('version', '=', base)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Takes the draft away, where it is still the version that was read. */
export async function takeDraft(tx: Tx, version: number) {
  return tx
    .deleteFrom('methodology_draft')
    .where('version', '=', version)
    .returning(['text', 'changes'])
    .executeTakeFirst();
}
