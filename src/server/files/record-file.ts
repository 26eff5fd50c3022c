import type { Tx } from '../database/db.ts';
import type { StoredBytes, TakenFile } from './take-in.ts';

/**
 * Makes a file that was taken in known, in the transaction of what it belongs to.
 * @returns the key of its public copy: the first one ever made of it, which may have been cited
 */
export async function recordFile(
  tx: Tx,
  { original, publicCopy }: TakenFile,
): Promise<{ original: string; publicCopy: string | undefined }> {
  await addRow(tx, original);
  if (!publicCopy) return { original: original.sha256, publicCopy: undefined };
  await addRow(tx, publicCopy);
  await tx
    .insertInto('public_copy')
    .values({ original_sha256: original.sha256, copy_sha256: publicCopy.sha256 })
    .onConflict((on) => on.doNothing())
    .execute();
  const kept = await tx
    .selectFrom('public_copy')
    .select('copy_sha256')
    .where('original_sha256', '=', original.sha256)
    .executeTakeFirstOrThrow();
  return { original: original.sha256, publicCopy: kept.copy_sha256 };
}

async function addRow(tx: Tx, { sha256, size, mediaType }: StoredBytes): Promise<void> {
  await tx
    .insertInto('file')
    .values({ sha256, media_type: mediaType, size_bytes: size })
    .onConflict((on) => on.doNothing())
    .execute();
}
