import { randomUUID } from 'node:crypto';
import type { Actor } from '#features/accounts/actor.ts';
import type { Task } from '#features/work/task.ts';
import type { Outcome } from '#forms/form.ts';
import type { App } from '#server/app.ts';
import { recordAudit } from '#server/audit/audit.ts';
import { dayOf } from '#server/cache/day.ts';
import { inTransaction, type Db } from '#server/database/db.ts';
import { DomainError, notFound } from '#server/errors.ts';
import { isAmongMembers } from '../policy.ts';
import type { AnswerCommand, QuestionCommand } from '../schema.ts';
import { refuse } from './acting.ts';
import { tellAnswered, tellAsked, tellHelped } from './question-mails.ts';
import * as store from './question-store.ts';

const pageSize = 30;
/** Each goes to people by mail. */
const mostADay = 10;

/** The account of a member or a town hall. @throws forbidden */
export function memberOf(actor: Actor): string {
  if (actor.kind !== 'account' || !isAmongMembers(actor)) throw new DomainError('forbidden', 'questions');
  return actor.id;
}

/** For whom somebody speaks: their organisation, their town hall, or the network. */
function speaksFor(actor: Actor): { organisation: string | null; municipality: string | null } {
  const scopes = actor.kind === 'account' ? actor.grants.map(({ scope }) => scope) : [];
  const organisation = scopes.find(({ kind }) => kind === 'organisation');
  const municipality = scopes.find(({ kind }) => kind === 'municipality');
  if (organisation?.kind === 'organisation')
    return { organisation: organisation.organisationId, municipality: null };
  return {
    organisation: null,
    municipality: municipality?.kind === 'municipality' ? municipality.municipalityId : null,
  };
}

/** A page of questions, newest first. @throws forbidden */
export async function listQuestions(app: App, actor: Actor, after?: string) {
  memberOf(actor);
  const rows = await store.readQuestions(app.db, { after, limit: pageSize + 1 });
  const questions = rows.slice(0, pageSize);
  return { questions, next: rows.length > pageSize ? (questions.at(-1)?.id ?? null) : null };
}

/** What the form offers. @param key of an experience that it is about @throws forbidden */
export async function showQuestionForm(app: App, actor: Actor, key: string) {
  memberOf(actor);
  const [organisations, experience] = await Promise.all([
    store.readOrganisations(app.db),
    store.readExperienceByKey(app.db, key),
  ]);
  return { organisations, experience: experience ?? null, once: randomUUID() };
}

/** Asks all, one organisation, or about one experience. @throws forbidden */
export async function askQuestion(
  app: App,
  actor: Actor,
  command: QuestionCommand,
): Promise<Outcome<{ id: string }>> {
  const account = memberOf(actor);
  const { organisation, municipality } = speaksFor(actor);
  const since = new Date(app.clock().getTime() - 86_400_000);
  return inTransaction(app.db, async (tx): Promise<Outcome<{ id: string }>> => {
    const before = await store.readSentBefore(tx, command.once);
    if (before) return { kind: 'done', value: before };
    if ((await store.countAskedSince(tx, account, since)) >= mostADay)
      return refuse('title', 'question.fault.many');
    if (command.experience !== null && !(await store.hasExperience(tx, command.experience)))
      throw notFound(`experience ${command.experience}`);
    const asked = command.experience === null ? command.organisation : null;
    if (asked !== null && !(await store.readOrganisations(tx)).some(({ id }) => id === asked))
      return refuse('organisation', 'form.fault.choice');
    const id = randomUUID();
    const isNew = await store.insertQuestion(tx, {
      id,
      experience_id: command.experience,
      organisation_id: asked,
      asked_by: account,
      asker_organisation_id: organisation,
      asker_municipality_id: municipality,
      title: command.title,
      body: command.body,
      language: command.language,
      once: command.once,
      asked_at: app.clock(),
    });
    if (!isNew) throw new DomainError('conflict', 'sent twice at once');
    // What asks everyone waits for the letter of the day (question-digest.ts).
    if (asked !== null || command.experience !== null) {
      const concerned = await store.readConcerned(
        tx,
        { organisationId: asked, experienceId: command.experience },
        { today: dayOf(app.clock()), except: account },
      );
      await tellAsked(app, tx, { id, title: command.title }, concerned);
    }
    await recordAudit(tx, { actor: account, action: 'ask', subject: { kind: 'member-question', id } });
    return { kind: 'done', value: { id } };
  });
}

/** A question with its answers. @throws forbidden, not-found */
export async function showQuestion(app: App, actor: Actor, id: string) {
  const account = memberOf(actor);
  const question = await store.readQuestion(app.db, id);
  if (!question) throw notFound(`question ${id}`);
  const isAsker = question.askedBy === account;
  return { question, answers: await store.readAnswers(app.db, id), isAsker, once: randomUUID() };
}

/** @throws forbidden, not-found */
export async function answerQuestion(
  app: App,
  actor: Actor,
  id: string,
  command: AnswerCommand,
): Promise<Outcome<{ id: string }>> {
  const account = memberOf(actor);
  const { organisation, municipality } = speaksFor(actor);
  return inTransaction(app.db, async (tx): Promise<Outcome<{ id: string }>> => {
    const question = await store.readQuestion(tx, id);
    if (!question) throw notFound(`question ${id}`);
    if (question.closedAt !== null) return refuse('body', 'question.fault.closed');
    const answer = randomUUID();
    const isNew = await store.insertAnswer(tx, {
      id: answer,
      question_id: id,
      answered_by: account,
      organisation_id: organisation,
      municipality_id: municipality,
      body: command.body,
      language: command.language,
      once: command.once,
      answered_at: app.clock(),
    });
    if (!isNew) return { kind: 'done', value: { id } };
    if (question.askedBy !== account)
      await tellAnswered(app, tx, question, await store.readAccountOf(tx, question.askedBy));
    await recordAudit(tx, {
      actor: account,
      action: 'answer',
      subject: { kind: 'member-question', id },
      after: { answer },
    });
    return { kind: 'done', value: { id } };
  });
}

/** A question for whoever asked it. @throws forbidden, not-found */
export async function questionOfAsker(db: Db, actor: Actor, id: string): Promise<store.QuestionRow> {
  const account = memberOf(actor);
  const question = await store.readQuestion(db, id);
  if (!question) throw notFound(`question ${id}`);
  if (question.askedBy === account) return question;
  throw new DomainError('forbidden', 'somebody else asked');
}

/** The asker says which answer helped. @throws forbidden, not-found */
export async function sayHelped(app: App, actor: Actor, id: string, answerId: string): Promise<void> {
  const account = memberOf(actor);
  await inTransaction(app.db, async (tx) => {
    const question = await questionOfAsker(tx, actor, id);
    const answer = (await store.readAnswers(tx, id)).find((one) => one.id === answerId);
    if (!answer) throw notFound(`answer ${answerId}`);
    if (answer.helped) return;
    await store.markHelped(tx, id, answerId);
    if (answer.answeredBy !== account)
      await tellHelped(app, tx, question, await store.readAccountOf(tx, answer.answeredBy));
    await recordAudit(tx, {
      actor: account,
      action: 'mark-helped',
      subject: { kind: 'member-question', id },
      after: { answer: answerId },
    });
  });
}

/** The asker needs no more answers: the question stays readable, and waits for nobody. @throws forbidden, not-found */
export async function closeQuestion(app: App, actor: Actor, id: string): Promise<void> {
  const account = memberOf(actor);
  await inTransaction(app.db, async (tx) => {
    await questionOfAsker(tx, actor, id);
    if (!(await store.closeQuestion(tx, id, app.clock()))) return;
    await recordAudit(tx, { actor: account, action: 'close', subject: { kind: 'member-question', id } });
  });
}

/** Questions that nobody has answered: each that concerns someone, and how many ask everyone. */
export async function listQuestionTasks(app: App, actor: Actor): Promise<Task[]> {
  if (actor.kind !== 'account' || !isAmongMembers(actor)) return [];
  const scopes = actor.grants.map(({ scope }) => scope);
  const rows = await store.readUnanswered(app.db, {
    organisations: scopes.flatMap((scope) => (scope.kind === 'organisation' ? [scope.organisationId] : [])),
    municipalities: scopes.flatMap((scope) => (scope.kind === 'municipality' ? [scope.municipalityId] : [])),
    except: actor.id,
  });
  const toAll = rows.filter(({ isToAll }) => isToAll).length;
  return [
    ...rows
      .filter(({ isToAll }) => !isToAll)
      .map(({ id }): Task => ({ key: 'work.task.question', href: `/work/questions/${id}`, due: null })),
    ...(toAll > 0
      ? [
          {
            key: 'work.task.questions' as const,
            values: { count: toAll },
            href: '/work/questions',
            due: null,
          },
        ]
      : []),
  ];
}
