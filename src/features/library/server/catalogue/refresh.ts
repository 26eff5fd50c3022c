import { createHash } from 'node:crypto';
import { sql } from 'kysely';
import { replaceTable } from '#features/search/server/rebuild.ts';
import type { Db } from '#server/database/db.ts';
import { entriesOf, type Origin } from './entries.ts';
import * as store from './index-store.ts';

/** The tables whose rows stand in entries, and in which. */
const originsByTable: Readonly<Record<string, readonly Origin[]>> = {
  publication: ['publication'],
  publication_author: ['publication'],
  publication_file: ['publication'],
  catalogue_item: ['item'],
  municipality: ['publication'],
  organisation: ['publication', 'item'],
};

/** Up to so many entries are always exchanged one by one. */
const fewEntries = 2000;
/** One entry takes as long under the indexes as this many when everything is made anew. */
const timesSlower = 10;

/**
 * Brings the catalogue up to date in the transaction that changed the record: what has changed, or where that is much,
 * everything. The last thing in its transaction: making it anew replaces the tables that readers wait for.
 */
export async function refreshCatalogue(tx: Db, tables: readonly string[]): Promise<void> {
  const origins = new Set(tables.flatMap((table) => originsByTable[table] ?? []));
  // Of two that change it at once, the second sees what the first has done.
  if (origins.size > 0) await sql`SELECT pg_advisory_xact_lock(hashtext('library_refresh'))`.execute(tx);
  for (const origin of origins) {
    const { stale, missing, entries } = await store.readDifference(tx, origin);
    const changed = Math.max(stale.length, missing.length);
    if (changed > fewEntries && changed > entries / timesSlower) return rebuildCatalogue(tx);
    if (changed === 0) continue;
    await store.countWords(tx, stale, -1);
    await store.deleteEntries(tx, stale);
    await store.insertEntries(tx, 'library_entry', origin, missing);
    await store.countWords(tx, missing, 1);
    await store.deleteUnused(tx);
  }
}

/** Makes all entries and the list of words anew. */
export async function rebuildCatalogue(tx: Db): Promise<void> {
  // Two at once would make the same table.
  await sql`SELECT pg_advisory_xact_lock(hashtext('search_rebuild'))`.execute(tx);
  await sql`SET LOCAL work_mem = '64MB'`.execute(tx);
  await sql`SET LOCAL maintenance_work_mem = '64MB'`.execute(tx);
  await sql`SET LOCAL jit = off`.execute(tx);
  await replaceTable(tx, 'library_entry', async (table) => {
    for (const origin of ['publication', 'item'] as const) await store.insertEntries(tx, table, origin);
  });
  await replaceTable(tx, 'library_word', (table) => store.insertAllWords(tx, table));
}

/** A name for how entries are made of the record: another one where a version makes them otherwise. */
export function catalogueFingerprint(db: Db): string {
  const hash = createHash('sha256');
  for (const origin of ['publication', 'item'] as const)
    hash.update(sql`SELECT * FROM ${entriesOf(origin)} e`.compile(db).sql);
  return hash.digest('hex');
}
