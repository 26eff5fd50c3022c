import { insertRows } from '#server/database/insert-rows.ts';
import { sql } from 'kysely';
import type { Db, Tx } from '#server/database/db.ts';
import type { ItemOutcome, Note } from '../../wordpress/item.ts';

export function readImported(db: Db, site: string, sourceId: string) {
  return db
    .selectFrom('imported_article')
    .select(['draft_id as draftId', 'language', 'source_sha256 as sourceSha256', 'text_sha256 as textSha256'])
    .where('site', '=', site)
    .where('source_id', '=', sourceId)
    .executeTakeFirst();
}

export async function writeImported(
  tx: Tx,
  row: {
    site: string;
    source_id: string;
    draft_id: string;
    language: 'sq' | 'en';
    source_sha256: string;
    text_sha256: string;
  },
): Promise<void> {
  await tx
    .insertInto('imported_article')
    .values(row)
    .onConflict((on) => on.columns(['site', 'source_id']).doUpdateSet(row))
    .execute();
}

/** An organisation and the municipality that it is a member for, where that is one alone. */
export async function readOrganisation(db: Db, key: string) {
  const organisation = await db
    .selectFrom('organisation')
    .select('id')
    .where('key', '=', key)
    .executeTakeFirst();
  if (!organisation) return undefined;
  const places = await db
    .selectFrom('membership')
    .select('municipality_id as id')
    .distinct()
    .where('organisation_id', '=', organisation.id)
    .where('municipality_id', 'is not', null)
    .execute();
  return {
    organisationId: organisation.id,
    municipalityId: places.length === 1 ? (places[0]?.id ?? null) : null,
  };
}

/** Who answers for what a command brings over: the coordinator who has been one longest. */
export async function readCoordinator(db: Db, today: string): Promise<string | undefined> {
  const row = await db
    .selectFrom('role_grant')
    .select('account_id as id')
    .where('role', '=', 'coordinator')
    .where('since', '<=', today)
    .where((eb) => eb.or([eb('until', 'is', null), eb('until', '>=', today)]))
    .orderBy('since')
    .orderBy('id')
    .executeTakeFirst();
  return row?.id;
}

export interface ImportLine {
  position: number;
  kind: string;
  sourceId: string;
  title: string;
  address: string;
  outcome: ItemOutcome;
  notes: Note[];
}

export async function writeLines(db: Db, importId: string, lines: readonly ImportLine[]): Promise<void> {
  await insertRows(
    db,
    'site_import_line',
    lines.map((line) => ({
      import_id: importId,
      position: line.position,
      kind: line.kind,
      source_id: line.sourceId,
      title: line.title,
      address: line.address,
      outcome: line.outcome,
      notes: line.notes,
    })),
  );
}

export function readLines(
  db: Db,
  importId: string,
  { after, limit, outcome }: { after: number; limit: number; outcome?: ItemOutcome | undefined },
) {
  return db
    .selectFrom('site_import_line')
    .select(['position', 'kind', 'source_id as sourceId', 'title', 'address', 'outcome', 'notes'])
    .where('import_id', '=', importId)
    .where('position', '>', after)
    .$if(outcome !== undefined, (query) => query.where(sql<boolean>`outcome = ${outcome}`))
    .orderBy('position')
    .limit(limit)
    .execute();
}

export function readImport(db: Db, id: string) {
  return db
    .selectFrom('site_import')
    .select(['id', 'started_at as startedAt', 'file_name as fileName', 'dry_run as dryRun', 'counts'])
    .where('id', '=', id)
    .executeTakeFirst();
}

export function readImports(db: Db, limit: number) {
  return db
    .selectFrom('site_import')
    .select(['id', 'started_at as startedAt', 'file_name as fileName', 'dry_run as dryRun', 'counts'])
    .orderBy('started_at', 'desc')
    .limit(limit)
    .execute();
}
