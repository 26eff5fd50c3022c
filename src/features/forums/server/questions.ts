import { randomUUID } from 'node:crypto';
import type { Actor } from '#features/accounts/actor.ts';
import type { FieldFault, Outcome } from '#forms/form.ts';
import type { App } from '#server/app.ts';
import { recordAudit } from '#server/audit/audit.ts';
import { inTransaction, type Tx } from '#server/database/db.ts';
import { DomainError, notFound } from '#server/errors.ts';
import { accountOf } from '../account.ts';
import { inForce } from '../answer.ts';
import { mayPublishForums } from '../policy.ts';
import { byVotes } from '../question.ts';
import type { ModerationCommand, ReplyCommand, VotesCommand } from '../schema.ts';
import { readSeats } from './plan-store.ts';
import { getPlan, holdPlan } from './plans.ts';
import { publishForum } from './publish.ts';
import * as store from './question-store.ts';

/** Residents' questions for the moderator: what waits, what is shown in the order of votes, what was withheld. */
export async function showQuestions(app: App, actor: Actor, planId: string) {
  const plan = await getPlan(app.db, actor, planId);
  const { municipalityId } = plan;
  const [seats, shown, waiting, withheld, replies] = await Promise.all([
    readSeats(app.db, planId),
    store.readShownQuestions(app.db, municipalityId, planId),
    store.readQuestions(app.db, { municipalityId, planId, state: 'waiting' }),
    store.readQuestions(app.db, { municipalityId, planId, state: 'withheld' }),
    store.readGivenReplies(app.db, municipalityId, planId),
  ]);
  const byQuestion = Map.groupBy(replies, ({ questionId }) => questionId);
  return {
    plan,
    seats,
    waiting,
    withheld,
    mayModerate: mayPublishForums(actor, municipalityId),
    shown: byVotes(shown).map((question) => ({
      ...question,
      replies: seats.map((seat) =>
        inForce((byQuestion.get(question.id) ?? []).filter(({ candidacyId }) => candidacyId === seat.id)),
      ),
    })),
  };
}

export type QuestionsPage = Awaited<ReturnType<typeof showQuestions>>;

async function getQuestion(tx: Tx, municipalityId: string, planId: string, id: string) {
  const question = await store.readQuestion(tx, municipalityId, id);
  if (!question || question.planId !== planId) throw notFound(`question ${id}`);
  return question;
}

/** Lets a question through, to be seen by all, or withholds it with a reason. One that is public stays. */
export function moderateQuestion(
  app: App,
  actor: Actor,
  planId: string,
  command: ModerationCommand,
): Promise<Outcome<null>> {
  return inTransaction(app.db, async (tx): Promise<Outcome<null>> => {
    const plan = await holdPlan(tx, actor, planId);
    if (!mayPublishForums(actor, plan.municipalityId)) throw new DomainError('forbidden', 'moderate');
    const question = await getQuestion(tx, plan.municipalityId, planId, command.question);
    if (question.questionId !== null) throw new DomainError('conflict', 'public question');
    const { verdict, note } = command;
    if (verdict === 'withheld' && note === '') {
      return refusedAt(`note-${question.id}`, 'forum.fault.note');
    }
    await store.updateQuestion(tx, plan.municipalityId, question.id, {
      state: verdict,
      withheld_note: verdict === 'withheld' ? note : '',
    });
    await recordAudit(tx, {
      actor: accountOf(actor),
      action: verdict === 'shown' ? 'let-through' : 'withhold',
      subject: { kind: 'forum_question', id: question.id },
      municipalityId: plan.municipalityId,
      before: { state: question.state },
      after: { state: verdict },
      ...(note === '' ? {} : { reason: note }),
    });
    await publishForum(tx, app, actor, planId);
    return { kind: 'done', value: null };
  });
}

/** Writes down how many in the hall voted for a question. */
export function countVotes(
  app: App,
  actor: Actor,
  planId: string,
  command: VotesCommand,
): Promise<Outcome<null>> {
  return inTransaction(app.db, async (tx): Promise<Outcome<null>> => {
    const plan = await holdPlan(tx, actor, planId);
    if (plan.state === 'ended') throw new DomainError('conflict', 'the forum is over');
    const question = await getQuestion(tx, plan.municipalityId, planId, command.question);
    if (question.state !== 'shown') throw new DomainError('conflict', 'a question that is not shown');
    await store.updateQuestion(tx, plan.municipalityId, question.id, { votes: command.votes });
    await recordAudit(tx, {
      actor: accountOf(actor),
      action: 'count-votes',
      subject: { kind: 'forum_question', id: question.id },
      municipalityId: plan.municipalityId,
      before: { votes: question.votes },
      after: { votes: command.votes },
    });
    return { kind: 'done', value: null };
  });
}

/**
 * Writes down a candidate's answer to a question, in short; one that is public gets a next version, with the reason. Where someone
 * else wrote one since the form was drawn, both are shown.
 */
export function saveReply(
  app: App,
  actor: Actor,
  planId: string,
  command: ReplyCommand,
): Promise<Outcome<null>> {
  return inTransaction(app.db, async (tx): Promise<Outcome<null>> => {
    const plan = await holdPlan(tx, actor, planId);
    const { municipalityId } = plan;
    const question = await getQuestion(tx, municipalityId, planId, command.question);
    const seat = (await readSeats(tx, planId)).find(({ id }) => id === command.candidacy);
    if (question.state !== 'shown' || !seat) throw notFound(`answer of ${command.candidacy}`);
    const replies = await store.readGivenReplies(tx, municipalityId, planId);
    const known = inForce(
      replies.filter((row) => row.questionId === question.id && row.candidacyId === seat.id),
    );
    const stored = known?.answer ?? '';
    if (stored === command.answer) return { kind: 'done', value: null };
    if (command.was !== undefined && command.was !== stored) {
      return { kind: 'conflict', theirs: { answer: stored }, theirVersion: known?.version ?? 0 };
    }
    const isPublic = known !== undefined && known.answerId !== null;
    if (isPublic && command.reason === '') {
      return refusedAt(`reason-${question.id}-${seat.id}`, 'forum.fault.correction');
    }
    if (known && !isPublic) await store.rewriteReply(tx, known.id, command.answer);
    else {
      await store.insertReply(tx, {
        id: randomUUID(),
        municipality_id: municipalityId,
        question_id: question.id,
        candidacy_id: seat.id,
        version: (known?.version ?? 0) + 1,
        answer: command.answer,
        reason: isPublic ? command.reason : '',
        created_by: accountOf(actor),
      });
    }
    await recordAudit(tx, {
      actor: accountOf(actor),
      action: isPublic ? 'correct' : 'write-down',
      subject: { kind: 'forum_question', id: question.id },
      municipalityId,
      ...(known ? { before: { answer: known.answer } } : {}),
      after: { candidate: seat.name, answer: command.answer },
      ...(isPublic ? { reason: command.reason } : {}),
    });
    await publishForum(tx, app, actor, planId);
    return { kind: 'done', value: null };
  });
}

function refusedAt(field: string, key: FieldFault['key']): Outcome<never> {
  return { kind: 'refused', faults: [{ field, key }] };
}
