import { sql } from 'kysely';
import type { Localised } from '#i18n/languages.ts';
import type { Tx } from '#server/database/db.ts';

/** What was asked of the town hall for an assessment, and whether it answered. */
export function readAsked(tx: Tx, assessmentId: string) {
  return tx
    .selectFrom('reply_request')
    .select([
      'id',
      'municipality_id as municipalityId',
      'requested_on as requestedOn',
      'due_on as dueOn',
      'replied_on as repliedOn',
      'answered_by as answeredBy',
      'capacity',
      'language',
      'way',
      'read_at as readAt',
    ])
    .where('assessment_id', '=', assessmentId)
    .executeTakeFirst();
}

export type Asked = NonNullable<Awaited<ReturnType<typeof readAsked>>>;

export function readWords(tx: Tx, requestId: string) {
  return tx
    .selectFrom('reply_text')
    .select(['priority_id as priorityId', 'answer', 'translation'])
    .where('request_id', '=', requestId)
    .where('answer', '<>', '')
    .execute();
}

/** Documents that the public may have, in the order in which they came. */
export function readShownDocuments(tx: Tx, requestId: string) {
  return tx
    .selectFrom('reply_document')
    .select([
      'priority_id as priorityId',
      'title',
      'original_sha256 as originalSha256',
      'copy_sha256 as copySha256',
    ])
    .where('request_id', '=', requestId)
    .where('shown', '=', true)
    .orderBy('added_at')
    .orderBy('id')
    .execute();
}

export function readAnnounced(tx: Tx, requestId: string) {
  return tx
    .selectFrom('announced_action')
    .select(['priority_id as priorityId', 'statement', 'translation', 'due_on as dueOn'])
    .where('request_id', '=', requestId)
    .orderBy('added_at')
    .orderBy('id')
    .execute();
}

/** Codes that were changed because of the reply: the one that was settled before it, and the one in force. */
export async function readChangedCodes(tx: Tx, assessmentId: string) {
  const { rows } = await sql<{ taskId: string; before: string; after: string; reason: Localised }>`
    SELECT task.id AS "taskId", earlier.code AS before, latest.code AS after, latest.reason
    FROM coding_task task
    JOIN LATERAL (SELECT code, reason, basis FROM settled_code WHERE task_id = task.id
      ORDER BY number DESC LIMIT 1) latest ON latest.basis = 'reply'
    JOIN LATERAL (SELECT code FROM settled_code WHERE task_id = task.id AND basis <> 'reply'
      ORDER BY number DESC LIMIT 1) earlier ON earlier.code <> latest.code
    WHERE task.assessment_id = ${assessmentId}`.execute(tx);
  return rows;
}

/** Lets everyone have a document: of a picture the copy drawn anew, of another file, which somebody looked at, itself. */
export async function openDocument(tx: Tx, originalSha256: string, copySha256: string): Promise<void> {
  await tx
    .insertInto('public_copy')
    .values({ original_sha256: originalSha256, copy_sha256: copySha256 })
    .onConflict((on) => on.doNothing())
    .execute();
}
