import type { Db } from '#server/database/db.ts';
import { hasPassed } from '../announced.ts';

interface Asked {
  municipalityId: string;
  priorityId: string;
  /** The day that they are shown as of: what was answered later is not known yet, and announced actions lie ahead. */
  today: string;
}

/**
 * Replies to one priority and those to the whole round of its municipality, with their documents, and what was announced for
 * this priority and changed in it.
 */
export async function readReplies(db: Db, { municipalityId, priorityId, today }: Asked) {
  const asked = await readWords(db, municipalityId, priorityId);
  const replies = asked.flatMap((reply) => replyOn(reply, today) ?? []);
  if (replies.length === 0) return [];
  const ids = replies.map(({ id }) => id);
  const [documents, actions, changes] = await Promise.all([
    readDocuments(db, ids),
    readActions(db, ids, priorityId),
    readChanges(db, ids, priorityId),
  ]);
  return replies.map((reply) => ({
    ...reply,
    documents: documents.filter(belongsTo(reply)),
    actions: actions
      .filter(belongsTo(reply))
      .map((action) => ({ ...action, hasPassed: hasPassed(action.dueOn, today) })),
    changes: changes.filter(belongsTo(reply)),
  }));
}

/** What came with an answer; nothing came with one that is not there. */
function belongsTo({ id, repliedOn }: { id: string; repliedOn: string | null }) {
  return ({ replyId }: { replyId: string }) => repliedOn !== null && replyId === id;
}

type ReplyWords = Awaited<ReturnType<typeof readWords>>[number];

/** A reply as it was known at the end of a day; undefined before it was asked for. */
function replyOn(reply: ReplyWords, day: string): ReplyWords | undefined {
  if (reply.requestedOn > day) return undefined;
  if (reply.repliedOn === null || reply.repliedOn <= day) return reply;
  return { ...reply, repliedOn: null, way: null, capacity: null, answer: null, personName: null };
}

function readWords(db: Db, municipalityId: string, priorityId: string) {
  return (
    db
      .selectFrom('reply')
      .leftJoin('person', 'person.id', 'reply.person_id')
      .select((eb) => [
        'reply.id',
        'reply.key',
        'reply.round_id as roundId',
        'reply.priority_id as priorityId',
        'reply.requested_on as requestedOn',
        'reply.due_on as dueOn',
        'reply.replied_on as repliedOn',
        'reply.way',
        'reply.capacity',
        'reply.answer',
        eb.fn.coalesce('person.name', 'reply.answered_by').as('personName'),
      ])
      .where('reply.municipality_id', '=', municipalityId)
      .where((eb) => eb.or([eb('reply.priority_id', 'is', null), eb('reply.priority_id', '=', priorityId)]))
      .orderBy('reply.requested_on')
      // What was answered to this priority comes first.
      .orderBy('reply.priority_id', (order) => order.asc().nullsLast())
      .orderBy('reply.key')
      .execute()
  );
}

function readDocuments(db: Db, replyIds: readonly string[]) {
  return db
    .selectFrom('reply_attachment')
    .select(['key', 'reply_id as replyId', 'title', 'sha256', 'copy_sha256 as copySha256'])
    .where('reply_id', 'in', replyIds)
    .orderBy('position')
    .execute();
}

function readActions(db: Db, replyIds: readonly string[], priorityId: string) {
  return db
    .selectFrom('reply_action')
    .select(['key', 'reply_id as replyId', 'statement', 'due_on as dueOn'])
    .where('reply_id', 'in', replyIds)
    .where('priority_id', '=', priorityId)
    .orderBy('position')
    .execute();
}

function readChanges(db: Db, replyIds: readonly string[], priorityId: string) {
  return db
    .selectFrom('reply_code_change as change')
    .innerJoin('component', 'component.id', 'change.component_id')
    .select([
      'change.key',
      'change.reply_id as replyId',
      'component.position',
      'change.code_before as before',
      'change.code_after as after',
      'change.reason',
    ])
    .where('change.reply_id', 'in', replyIds)
    .where('component.priority_id', '=', priorityId)
    .orderBy('component.position')
    .execute();
}
