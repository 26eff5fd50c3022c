import { sql } from 'kysely';
import type { Tx } from '../database/db.ts';

/** Lets the public have the copies. @returns the copy of each original: the first one ever made, which may have been cited */
export async function openCopies(
  tx: Tx,
  photos: readonly { originalSha256: string; copySha256: string }[],
): Promise<Map<string, string>> {
  if (photos.length === 0) return new Map();
  await tx
    .insertInto('public_copy')
    .values(
      photos.map(({ originalSha256, copySha256 }) => ({
        original_sha256: originalSha256,
        copy_sha256: copySha256,
      })),
    )
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const rows = await tx
    .selectFrom('public_copy')
    .select(['original_sha256 as original', 'copy_sha256 as copy'])
    .where(sql<boolean>`original_sha256 = any(${photos.map(({ originalSha256 }) => originalSha256)}::text[])`)
    .orderBy('made_at', 'desc')
    .execute();
  return new Map(rows.map(({ original, copy }) => [original, copy]));
}

/** From here on a copy is as sealed as its original. */
export async function closeCopy(tx: Tx, sha256: string): Promise<void> {
  await tx.deleteFrom('public_copy').where('copy_sha256', '=', sha256).execute();
}
