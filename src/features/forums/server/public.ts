import { distinctSourcesOf } from '#features/library/server/sources.ts';
import type { App } from '#server/app.ts';
import { perVersion } from '#server/cache/per-version.ts';
import { notFound } from '#server/errors.ts';
import { inForce } from '../answer.ts';
import { byVotes } from '../question.ts';
import * as store from './public-store.ts';

/** The forums of the record, newest first. */
export const listForums = perVersion((app) => store.readForums(app.db, 200));

/** Those of a municipality, or of one of its mandates ('2027-2031'). */
export function listForumsOf(app: App, municipalityId: string, mandate?: string) {
  return store.readForumsOf(app.db, municipalityId, mandate);
}

export type ForumSummary = Awaited<ReturnType<typeof listForumsOf>>[number];

async function getForum(app: App, key: string) {
  const forum = await store.readForum(app.db, key);
  if (!forum) throw notFound(`forum ${key}`);
  return forum;
}

/** Candidates in the order by lot; by name until the lots are drawn. */
async function candidatesOf(app: App, forum: ForumSummary) {
  const byLot = await store.readForumCandidates(app.db, forum.id);
  if (byLot.length > 0) return byLot;
  const byName = await store.readCandidatesOf(app.db, forum.municipalityId, forum.mandate ?? '');
  return byName
    .filter(({ withdrawnOn }) => withdrawnOn === null)
    .map((candidate) => ({ ...candidate, position: null, attendance: null, spokenSeconds: null }));
}

/** Candidates by priorities: what each answered, with what stood there before. @throws not-found */
export async function showAnswerTable(app: App, key: string) {
  const forum = await getForum(app, key);
  const [candidates, priorities, answers] = await Promise.all([
    candidatesOf(app, forum),
    store.readForumPriorities(app.db, forum.id),
    store.readAnswers(app.db, forum.id),
  ]);
  const rows = priorities.map((priority) => ({
    ...priority,
    cells: candidates.map((candidate) => {
      const versions = answers.filter(
        (answer) => answer.forumPriorityId === priority.id && answer.candidateId === candidate.id,
      );
      const current = inForce(versions);
      return { current, earlier: versions.filter((version) => version !== current) };
    }),
  }));
  return { forum, candidates, rows, hasAnswers: answers.length > 0 };
}

export type AnswerTable = Awaited<ReturnType<typeof showAnswerTable>>;

/** A forum with its table, residents' questions and sources. @throws not-found */
export async function showForum(app: App, key: string) {
  const table = await showAnswerTable(app, key);
  const { forum, candidates } = table;
  const [questions, replies] = await Promise.all([
    store.readPublicQuestions(app.db, forum.id),
    store.readQuestionAnswers(app.db, forum.id),
  ]);
  const byQuestion = Map.groupBy(replies, ({ questionId }) => questionId);
  return {
    ...table,
    isOpen: forum.state === 'open' || forum.state === 'running',
    questions: byVotes(questions).map((question) => ({
      ...question,
      replies: candidates.flatMap((candidate) => {
        const reply = inForce(
          (byQuestion.get(question.id) ?? []).filter(({ candidateId }) => candidateId === candidate.id),
        );
        return reply ? [{ candidate: candidate.name, ...reply }] : [];
      }),
    })),
    sources: await distinctSourcesOf(app, [forum.id, ...candidates.map(({ id }) => id)]),
  };
}

export type ForumPage = Awaited<ReturnType<typeof showForum>>;

/** What candidates had answered to a priority, those who signed or were elected first named as such. */
export async function answersToPriority(app: App, priority: store.PriorityRef, municipalityId: string) {
  const rows = await store.readAnswersTo(app.db, priority);
  if (rows.length === 0) return [];
  const elected = await store.readElected(
    app.db,
    rows.map(({ personId }) => personId),
    municipalityId,
  );
  return rows.map((row) => ({ ...row, isMayor: elected.some(({ personId }) => personId === row.personId) }));
}

export type AnswerToPriority = Awaited<ReturnType<typeof answersToPriority>>[number];
