import { randomUUID } from 'node:crypto';
import type { Db, Tx } from '#server/database/db.ts';

/** What the town hall has written, part by part. */
export function readTexts(db: Db, requestId: string) {
  return db
    .selectFrom('reply_text')
    .select([
      'id',
      'priority_id as priorityId',
      'answer',
      'translation',
      'read_at as readAt',
      'read_note as readNote',
      'version',
    ])
    .where('request_id', '=', requestId)
    .execute();
}

export function readDocuments(db: Db, requestId: string) {
  return db
    .selectFrom('reply_document as document')
    .innerJoin('file', 'file.sha256', 'document.original_sha256')
    .select([
      'document.id',
      'document.priority_id as priorityId',
      'document.kind',
      'document.title',
      'document.original_sha256 as originalSha256',
      'document.copy_sha256 as copySha256',
      'document.shown',
      'file.media_type as mediaType',
      'file.size_bytes as size',
    ])
    .where('document.request_id', '=', requestId)
    .orderBy('document.added_at')
    .orderBy('document.id')
    .execute();
}

export function readActions(db: Db, requestId: string) {
  return db
    .selectFrom('announced_action')
    .select(['id', 'priority_id as priorityId', 'statement', 'translation', 'due_on as dueOn'])
    .where('request_id', '=', requestId)
    .orderBy('added_at')
    .orderBy('id')
    .execute();
}

/**
 * Writes the answer to a part where it is still as the writer saw it.
 * @returns what stands there instead, where somebody else has written meanwhile
 */
export async function writeText(
  tx: Tx,
  text: { requestId: string; priorityId: string | null; answer: string; version: number },
): Promise<{ answer: string; version: number } | undefined> {
  const { requestId, priorityId, answer, version } = text;
  const found = await tx
    .selectFrom('reply_text')
    .select(['id', 'answer', 'version'])
    .where('request_id', '=', requestId)
    .where('priority_id', 'is not distinct from', priorityId)
    .executeTakeFirst();
  if ((found?.version ?? 0) !== version) return found ?? { answer: '', version: 0 };
  if (found) {
    await tx
      .updateTable('reply_text')
      .set({ answer, version: version + 1 })
      .where('id', '=', found.id)
      .execute();
    return undefined;
  }
  await tx
    .insertInto('reply_text')
    .values({ id: randomUUID(), request_id: requestId, priority_id: priorityId, answer })
    .execute();
  return undefined;
}

export function readExtensions(db: Db, requestId: string) {
  return db
    .selectFrom('reply_extension')
    .select([
      'id',
      'asked_on as askedOn',
      'asked_until as askedUntil',
      'reason',
      'decision',
      'granted_until as grantedUntil',
      'decision_note as decisionNote',
    ])
    .where('request_id', '=', requestId)
    .orderBy('asked_on', 'desc')
    .orderBy('id')
    .execute();
}

/** Throws away what was written for a reply and not handed in. */
export async function clearReply(tx: Tx, requestId: string): Promise<void> {
  await tx.deleteFrom('reply_text').where('request_id', '=', requestId).execute();
  await tx.deleteFrom('reply_document').where('request_id', '=', requestId).execute();
  await tx.deleteFrom('announced_action').where('request_id', '=', requestId).execute();
}
