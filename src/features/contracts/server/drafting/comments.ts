import type { z } from 'zod';
import type { Actor } from '#features/accounts/actor.ts';
import type { Outcome } from '#forms/form.ts';
import type { App } from '#server/app.ts';
import { recordAudit } from '#server/audit/audit.ts';
import { inTransaction, type Db } from '#server/database/db.ts';
import { DomainError, notFound } from '#server/errors.ts';
import type { resolveThread as resolveSchema, writeComment as writeSchema } from '../../draft-schema.ts';
import { commentsOnDraft } from '../../policy.ts';
import { accountOf } from './acting.ts';
import { getDraft } from './drafts.ts';
import { readDraftPriorities } from './text-store.ts';

export interface Comment {
  id: string;
  body: string;
  authorName: string | null;
  writtenAt: Date;
}

export interface Thread {
  id: string;
  priorityId: string | null;
  comments: Comment[];
  resolved: { by: string | null; at: Date } | null;
}

/** The threads about a draft, oldest first. */
export async function readThreads(db: Db, draftId: string): Promise<Thread[]> {
  const rows = await db
    .selectFrom('contract_comment as comment')
    .leftJoin('account', 'account.id', 'comment.author')
    .leftJoin('account as resolver', 'resolver.id', 'comment.resolved_by')
    .select([
      'comment.id',
      'comment.thread_id as threadId',
      'comment.priority_id as priorityId',
      'comment.body',
      'comment.written_at as writtenAt',
      'comment.resolved_at as resolvedAt',
      'account.name as authorName',
      'resolver.name as resolverName',
    ])
    .where('comment.draft_id', '=', draftId)
    .orderBy('comment.written_at')
    .orderBy((eb) => eb('comment.id', '<>', eb.ref('comment.thread_id')))
    .orderBy('comment.id')
    .limit(2_000)
    .execute();
  return [...Map.groupBy(rows, ({ threadId }) => threadId)].map(([id, comments]) => {
    const first = comments.find((comment) => comment.id === id);
    return {
      id,
      priorityId: first?.priorityId ?? null,
      comments: comments.map(({ id: own, body, authorName, writtenAt }) => ({
        id: own,
        body,
        authorName,
        writtenAt,
      })),
      resolved: first?.resolvedAt ? { by: first.resolverName, at: first.resolvedAt } : null,
    };
  });
}

/** Begins a thread about the contract or one of its priorities, or answers in one, which opens it again. */
export async function writeComment(
  app: App,
  actor: Actor,
  draftId: string,
  command: z.infer<typeof writeSchema>,
): Promise<Outcome<{ thread: string }>> {
  const author = accountOf(actor);
  return inTransaction(app.db, async (tx): Promise<Outcome<{ thread: string }>> => {
    const draft = await getDraft(tx, actor, draftId);
    if (!commentsOnDraft(actor, draft.municipalityId)) throw new DomainError('forbidden', 'no member');
    const threads = await readThreads(tx, draft.id);
    const thread = threads.find(({ id }) => id === command.thread);
    if (command.thread !== null && !thread) throw notFound(`thread ${command.thread}`);
    if (command.priority !== null) {
      const priorities = await readDraftPriorities(tx, draft.id);
      if (!priorities.some(({ id }) => id === command.priority)) {
        return { kind: 'refused', faults: [{ field: 'body', key: 'drafting.fault.priority-gone' }] };
      }
    }
    const threadId = thread?.id ?? command.id;
    const added = await tx
      .insertInto('contract_comment')
      .values({
        id: command.id,
        draft_id: draft.id,
        thread_id: threadId,
        priority_id: thread ? thread.priorityId : command.priority,
        body: command.body,
        author,
        written_at: app.clock(),
      })
      .onConflict((conflict) => conflict.column('id').doNothing())
      .returning('id')
      .executeTakeFirst();
    // Sent twice: it is there already.
    if (!added) return { kind: 'done', value: { thread: threadId } };
    if (thread?.resolved) {
      await tx
        .updateTable('contract_comment')
        .set({ resolved_by: null, resolved_at: null })
        .where('id', '=', thread.id)
        .execute();
    }
    await recordAudit(tx, {
      actor: author,
      action: 'comment',
      subject: { kind: 'contract-draft', id: draft.id },
      municipalityId: draft.municipalityId,
      after: { comment: command.id, thread: threadId },
    });
    return { kind: 'done', value: { thread: threadId } };
  });
}

/** Marks a thread as resolved; one that is already stays as it was. */
export async function resolveThread(
  app: App,
  actor: Actor,
  draftId: string,
  { thread }: z.infer<typeof resolveSchema>,
): Promise<Outcome<null>> {
  const accountId = accountOf(actor);
  return inTransaction(app.db, async (tx): Promise<Outcome<null>> => {
    const draft = await getDraft(tx, actor, draftId);
    if (!commentsOnDraft(actor, draft.municipalityId)) throw new DomainError('forbidden', 'no member');
    const resolved = await tx
      .updateTable('contract_comment')
      .set({ resolved_by: accountId, resolved_at: app.clock() })
      .where('id', '=', thread)
      .where('draft_id', '=', draft.id)
      .whereRef('thread_id', '=', 'id')
      .where('resolved_at', 'is', null)
      .returning('id')
      .executeTakeFirst();
    if (resolved) {
      await recordAudit(tx, {
        actor: accountId,
        action: 'resolve-thread',
        subject: { kind: 'contract-draft', id: draft.id },
        municipalityId: draft.municipalityId,
        after: { thread },
      });
    }
    return { kind: 'done', value: null };
  });
}
