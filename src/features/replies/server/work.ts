import type { Actor } from '#features/accounts/actor.ts';
import type { App } from '#server/app.ts';
import { dayOf } from '#server/cache/day.ts';
import { DomainError, notFound } from '#server/errors.ts';
import { repliesGiven, repliesHandled, worksOnReplies } from '../policy.ts';
import { stateOn } from '../state.ts';
import { assessmentToHandle } from './access.ts';
import { readContacts } from './contacts-store.ts';
import { readDraft } from './draft.ts';
import { readLinks } from './link-store.ts';
import { readDocuments, readExtensions, readTexts, readActions } from './reply-store.ts';
import { readRequest, type ReplyRequest } from './request-store.ts';
import { termFrom } from './sending.ts';
import { readAssessmentNames, readUnderWay } from './work-store.ts';

/** The replies that someone handles, and those that they give. @throws forbidden where they have to do with none */
export async function listReplies(app: App, actor: Actor) {
  if (!worksOnReplies(actor)) throw new DomainError('forbidden', 'replies');
  const [handled, given] = [repliesHandled(actor), repliesGiven(actor)];
  const isAny = (reach: typeof given) => reach === 'all' || reach.length > 0;
  const today = dayOf(app.clock());
  const present = (row: Awaited<ReturnType<typeof readUnderWay>>[number]) => {
    const { dueOn, submittedAt, ...names } = row;
    return { ...names, dueOn, state: dueOn === null ? null : stateOn({ dueOn, submittedAt }, today) };
  };
  return {
    handled: isAny(handled) ? (await readUnderWay(app.db, handled, false)).map(present) : [],
    given: isAny(given) ? (await readUnderWay(app.db, given, true)).map(present) : [],
  };
}

/** A reply as who handles it sees it. What the town hall has written is shown once it has handed it in. */
export async function showHandling(app: App, actor: Actor, assessmentId: string) {
  const assessment = await assessmentToHandle(app.db, actor, assessmentId);
  const today = dayOf(app.clock());
  const [names, request] = await Promise.all([
    readAssessmentNames(app.db, assessmentId),
    readRequest(app.db, assessmentId),
  ]);
  const { contractId, municipalityId, stage } = assessment;
  const draft = await readDraft(app.db, { assessmentId, contractId, codebookId: names.codebookId });
  return {
    assessmentId,
    stage,
    ...names,
    term: termFrom(app, today),
    replyDays: app.config.replyDays,
    contacts: request ? [] : await readContacts(app.db, municipalityId, today),
    unsettled: draft.filter(({ status }) => status === 'not-assessed').length,
    draft,
    reply: request ? await handled(app, request, today) : null,
  };
}

async function handled(app: App, request: ReplyRequest, today: string) {
  const isHandedIn = request.submittedAt !== null;
  const [links, extensions, texts, documents, actions] = await Promise.all([
    readLinks(app.db, request.id),
    readExtensions(app.db, request.id),
    isHandedIn ? readTexts(app.db, request.id) : [],
    isHandedIn ? readDocuments(app.db, request.id) : [],
    isHandedIn ? readActions(app.db, request.id) : [],
  ]);
  const { recipientName, recipientEmail, requestedOn, dueOn, repliedOn, answeredBy, capacity } = request;
  const { way, language, enteredBy, readAt, readNote } = request;
  const now = app.clock();
  return {
    recipientName,
    recipientEmail,
    requestedOn,
    dueOn,
    repliedOn,
    answeredBy,
    capacity,
    way,
    language,
    readAt,
    readNote,
    isTypedByStaff: enteredBy !== null,
    state: stateOn(request, today),
    links: links.map((link) => ({
      ...link,
      works: link.revokedAt === null && link.expiresAt > now,
    })),
    extensions,
    texts: texts.filter(({ answer }) => answer !== ''),
    documents,
    actions,
  };
}

/** The reply part by part, for who reads it. @throws not-found before its reading has begun */
export async function showReading(app: App, actor: Actor, assessmentId: string) {
  const { reply, draft, stage, ...page } = await showHandling(app, actor, assessmentId);
  if (!reply || stage === 'reply') throw notFound(`reading of the reply of ${assessmentId}`);
  const partOf = (priorityId: string | null) => ({
    text: reply.texts.find((one) => one.priorityId === priorityId) ?? null,
    documents: reply.documents.filter((one) => one.priorityId === priorityId),
    actions: reply.actions.filter((one) => one.priorityId === priorityId),
  });
  const parts = [
    { priority: null, ...partOf(null) },
    ...draft.map((priority) => ({ priority, ...partOf(priority.id) })),
  ];
  // A reply to the whole may bear on any priority.
  const isWhole = reply.texts.some(({ priorityId }) => priorityId === null);
  return {
    ...page,
    reply,
    isReading: stage === 'reading',
    parts: parts.filter(
      ({ text, documents, actions }) =>
        isWhole || text !== null || documents.length > 0 || actions.length > 0,
    ),
  };
}

export type ReadingPage = Awaited<ReturnType<typeof showReading>>;
export type HandlingPage = Awaited<ReturnType<typeof showHandling>>;
export type HandledReply = NonNullable<HandlingPage['reply']>;
export type ListedReply = Awaited<ReturnType<typeof listReplies>>['handled'][number];
