import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import { inTransaction, type Db, type Tx } from '../database/db.ts';
import { sealFile } from './record-file.ts';
import type { StoredBytes, TakenFile } from './take-in.ts';

/** A file on its way, as its sender announced it. */
export interface Upload {
  id: string;
  kind: string;
  name: string;
  size: number;
  announcedSha256: string;
  received: number;
  isTaken: boolean;
}

export interface Announced {
  accountId: string;
  kind: string;
  name: string;
  size: number;
  sha256: string;
}

/** The upload of a file that someone has announced: the one that broke off, where there is one. */
export async function openUpload(
  db: Db,
  { accountId, kind, name, size, sha256 }: Announced,
  now: Date,
): Promise<{ id: string; received: number }> {
  return db
    .insertInto('upload')
    .values({
      id: randomUUID(),
      account_id: accountId,
      kind,
      name,
      size_bytes: size,
      announced_sha256: sha256,
      began_at: now,
    })
    .onConflict((on) =>
      on
        .columns(['account_id', 'kind', 'announced_sha256', 'name'])
        .where('original_sha256', 'is', null)
        .doUpdateSet({ began_at: now }),
    )
    .returning(['id', 'received_bytes as received'])
    .executeTakeFirstOrThrow();
}

/** How many someone has begun since, and how many bytes of theirs wait to become whole. */
export async function countUploads(
  db: Db,
  accountId: string,
  since: Date,
): Promise<{ begun: number; waiting: number }> {
  return db
    .selectFrom('upload')
    .select(({ fn }) => [
      sql<number>`${fn.countAll()}::int`.as('begun'),
      sql<number>`coalesce(sum(received_bytes) FILTER (WHERE original_sha256 IS NULL), 0)::float8`.as(
        'waiting',
      ),
    ])
    .where('account_id', '=', accountId)
    .where('began_at', '>', since)
    .executeTakeFirstOrThrow();
}

/** Nobody but its sender knows of an upload. */
export async function findUpload(db: Db, accountId: string, id: string): Promise<Upload | undefined> {
  return db
    .selectFrom('upload')
    .select((eb) => [
      'id',
      'kind',
      'name',
      'size_bytes as size',
      'announced_sha256 as announcedSha256',
      'received_bytes as received',
      eb('original_sha256', 'is not', null).$castTo<boolean>().as('isTaken'),
    ])
    .where('id', '=', id)
    .where('account_id', '=', accountId)
    .executeTakeFirst();
}

/** Adds what comes next. @returns false where something else has come there already, or it is more than was announced */
export async function addPiece(tx: Tx, id: string, at: number, bytes: Buffer): Promise<boolean> {
  const moved = await tx
    .updateTable('upload')
    .set({ received_bytes: at + bytes.length })
    .where('id', '=', id)
    .where('received_bytes', '=', at)
    .where('size_bytes', '>=', at + bytes.length)
    .where('original_sha256', 'is', null)
    .executeTakeFirst();
  if (moved.numUpdatedRows === 0n) return false;
  await tx.insertInto('upload_piece').values({ upload_id: id, starts_at: at, bytes }).execute();
  return true;
}

/** Its bytes in order, one piece in memory at a time. */
export async function* readPieces(db: Db, id: string): AsyncGenerator<Uint8Array> {
  let after = -1;
  for (;;) {
    const piece = await db
      .selectFrom('upload_piece')
      .select(['starts_at as at', 'bytes'])
      .where('upload_id', '=', id)
      .where('starts_at', '>', after)
      .orderBy('starts_at')
      .limit(1)
      .executeTakeFirst();
    if (!piece) return;
    after = piece.at;
    yield piece.bytes;
  }
}

/** The pieces are needed no more: the file is in the store. */
export async function markTaken(
  tx: Tx,
  id: string,
  file: { original: string; copy: string | null },
): Promise<void> {
  await tx
    .updateTable('upload')
    .set({ original_sha256: file.original, copy_sha256: file.copy })
    .where('id', '=', id)
    .execute();
  await tx.deleteFrom('upload_piece').where('upload_id', '=', id).execute();
}

/** Keeps a file that came in one piece as one that was sent ahead. */
export async function keepTaken(
  db: Db,
  { accountId, kind, name, file }: { accountId: string; kind: string; name: string; file: TakenFile },
  now: Date,
): Promise<string> {
  const id = randomUUID();
  await inTransaction(db, async (tx) => {
    const { original, copy } = await sealFile(tx, file);
    await tx
      .insertInto('upload')
      .values({
        id,
        account_id: accountId,
        kind,
        name,
        size_bytes: file.original.size,
        received_bytes: file.original.size,
        announced_sha256: original,
        original_sha256: original,
        copy_sha256: copy,
        began_at: now,
      })
      .execute();
  });
  return id;
}

/** @returns false where it has been taken in meanwhile, and stays */
export async function dropUpload(db: Db, id: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('upload')
    .where('id', '=', id)
    .where('original_sha256', 'is', null)
    .executeTakeFirst();
  return numDeletedRows > 0n;
}

/** A file that was sent ahead and taken in; undefined where it is not all there, or somebody else's. */
export async function readTaken(
  db: Db,
  accountId: string,
  id: string,
): Promise<
  | { kind: string; name: string; file: { original: StoredBytes; publicCopy: StoredBytes | undefined } }
  | undefined
> {
  const row = await db
    .selectFrom('upload')
    .innerJoin('file as original', 'original.sha256', 'upload.original_sha256')
    .leftJoin('file as copy', 'copy.sha256', 'upload.copy_sha256')
    .select([
      'upload.kind',
      'upload.name',
      'original.sha256',
      'original.size_bytes as size',
      'original.media_type as mediaType',
      'copy.sha256 as copySha256',
      'copy.size_bytes as copySize',
      'copy.media_type as copyType',
    ])
    .where('upload.id', '=', id)
    .where('upload.account_id', '=', accountId)
    .executeTakeFirst();
  if (!row) return undefined;
  const { kind, name, sha256, size, mediaType, copySha256, copySize, copyType } = row;
  const hasCopy = copySha256 !== null && copySize !== null && copyType !== null;
  const publicCopy = hasCopy ? { sha256: copySha256, size: copySize, mediaType: copyType } : undefined;
  return { kind, name, file: { original: { sha256, size, mediaType }, publicCopy } };
}

/** Forgets uploads that nobody goes on with, and those whose form was never sent; a file that belongs somewhere stays. */
export async function dropOldUploads(db: Db, before: { unfinished: Date; taken: Date }): Promise<void> {
  await db
    .deleteFrom('upload')
    .where((eb) =>
      eb.or([
        eb.and([eb('began_at', '<', before.unfinished), eb('original_sha256', 'is', null)]),
        eb('began_at', '<', before.taken),
      ]),
    )
    .execute();
}
