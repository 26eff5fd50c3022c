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
  const known = await firstCopyOf(tx, original.sha256);
  if (known !== undefined) return { original: original.sha256, publicCopy: known };
  await addRow(tx, publicCopy);
  await tx
    .insertInto('public_copy')
    .values({ original_sha256: original.sha256, copy_sha256: publicCopy.sha256 })
    .onConflict((on) => on.doNothing())
    .execute();
  return { original: original.sha256, publicCopy: publicCopy.sha256 };
}

async function firstCopyOf(tx: Tx, sha256: string): Promise<string | undefined> {
  const known = await tx
    .selectFrom('public_copy')
    .select('copy_sha256')
    .where('original_sha256', '=', sha256)
    .orderBy('made_at')
    .orderBy('copy_sha256')
    .limit(1)
    .executeTakeFirst();
  return known?.copy_sha256;
}

/** Makes it known and keeps it sealed, its copy too: what the public may have of it is decided later. */
export async function sealFile(
  tx: Tx,
  { original, publicCopy }: TakenFile,
): Promise<{ original: string; copy: string | null }> {
  await addRow(tx, original);
  if (publicCopy) await addRow(tx, publicCopy);
  return { original: original.sha256, copy: publicCopy?.sha256 ?? null };
}

async function addRow(tx: Tx, { sha256, size, mediaType }: StoredBytes): Promise<void> {
  await tx
    .insertInto('file')
    .values({ sha256, media_type: mediaType, size_bytes: size })
    .onConflict((on) => on.doNothing())
    .execute();
}
