import { sql } from 'kysely';
import type { Db } from '../database/db.ts';
import type { StoredBytes } from './take-in.ts';

/** Those of some files that everyone may have, by their key. */
export async function readPublicCopies(
  db: Db,
  keys: readonly string[],
): Promise<ReadonlyMap<string, StoredBytes>> {
  if (keys.length === 0) return new Map();
  const rows = await db
    .selectFrom('file')
    .select(['sha256', 'media_type as mediaType', 'size_bytes as size'])
    .where(sql<boolean>`sha256 = ANY(${[...new Set(keys)]}::text[])`)
    .where(sql<boolean>`EXISTS (SELECT FROM public_copy WHERE copy_sha256 = file.sha256)`)
    .execute();
  return new Map(rows.map((row) => [row.sha256, row]));
}
