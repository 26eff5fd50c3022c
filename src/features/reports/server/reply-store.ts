import { sql } from 'kysely';
import { anyOf } from '#server/database/any-of.ts';
import type { Db } from '#server/database/db.ts';
import { comeBy, inScope, number, type Scope } from './report-store.ts';

/**
 * What the town halls replied, or that they were silent; to the whole round first. With each reply what came with it: documents,
 * what is announced and by when, and the codes that were changed because of it.
 */
export async function readReplies(db: Db, scope: Scope) {
  const replies = await readWords(db, scope);
  const ids = replies.map(({ id }) => id);
  if (ids.length === 0) return [];
  const [documents, actions, changes] = await Promise.all([
    readDocuments(db, ids),
    readActions(db, ids),
    readChanges(db, ids),
  ]);
  const of = <Row extends { replyId: string }>(rows: readonly Row[], id: string) =>
    rows.filter(({ replyId }) => replyId === id).map(({ replyId: _, ...row }) => row);
  return replies.map(({ id, ...reply }) => ({
    ...reply,
    documents: of(documents, id),
    actions: of(actions, id),
    changes: of(changes, id),
  }));
}

function readWords(db: Db, { roundId, municipalityId, until }: Scope) {
  return db
    .selectFrom('reply')
    .innerJoin('municipality', 'municipality.id', 'reply.municipality_id')
    .leftJoin('priority', 'priority.id', 'reply.priority_id')
    .leftJoin('person', 'person.id', 'reply.person_id')
    .select((eb) => [
      'reply.id',
      'reply.key',
      'municipality.name as municipality',
      'priority.key as priority',
      number,
      'reply.requested_on as requestedOn',
      'reply.due_on as dueOn',
      'reply.replied_on as repliedOn',
      'reply.capacity',
      'reply.answer',
      eb.fn.coalesce('person.name', 'reply.answered_by').as('personName'),
    ])
    .where('reply.round_id', '=', roundId)
    .where(comeBy('reply.requested_on', until))
    .where((eb) => eb.or([eb('reply.replied_on', 'is', null), comeBy('reply.replied_on', until)]))
    .where(inScope('reply.municipality_id', municipalityId))
    .orderBy('municipality.key')
    .orderBy('priority.position', (order) => order.asc().nullsFirst())
    .orderBy('reply.key')
    .execute();
}

/** size: of the copy that everyone may have; null where this installation has none. */
function readDocuments(db: Db, replyIds: readonly string[]) {
  return db
    .selectFrom('reply_attachment as document')
    .leftJoin('file', 'file.sha256', 'document.copy_sha256')
    .select([
      'document.reply_id as replyId',
      'document.title',
      'document.sha256',
      'document.copy_sha256 as copySha256',
      sql<number | null>`file.size_bytes::float8`.as('size'),
    ])
    .where(anyOf('document.reply_id', replyIds))
    .orderBy('document.position')
    .execute();
}

function readActions(db: Db, replyIds: readonly string[]) {
  return db
    .selectFrom('reply_action as action')
    .innerJoin('priority', 'priority.id', 'action.priority_id')
    .select(['action.reply_id as replyId', number, 'action.statement', 'action.due_on as dueOn'])
    .where(anyOf('action.reply_id', replyIds))
    .orderBy('action.position')
    .execute();
}

function readChanges(db: Db, replyIds: readonly string[]) {
  return db
    .selectFrom('reply_code_change as change')
    .innerJoin('component', 'component.id', 'change.component_id')
    .innerJoin('priority', 'priority.id', 'component.priority_id')
    .select([
      'change.reply_id as replyId',
      number,
      'component.position',
      'change.code_before as before',
      'change.code_after as after',
      'change.reason',
    ])
    .where(anyOf('change.reply_id', replyIds))
    .orderBy('priority.position')
    .orderBy('component.position')
    .execute();
}
