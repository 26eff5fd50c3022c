import { readOrganisationName } from './names-store.ts';
import type { App } from '#server/app.ts';
import { dayOf } from '#server/cache/day.ts';
import { notFound } from '#server/errors.ts';
import { partOf, stateOn } from '../state.ts';
import type { Door } from './door.ts';
import { readDraft } from './draft.ts';
import { readPublicEvidence } from './draft-store.ts';
import * as store from './reply-store.ts';

/** The whole draft as who replies sees it: each priority with its status, and how far the reply to it is. */
export async function showReply(app: App, door: Door) {
  const { request } = door;
  const [draft, texts, documents, actions, extensions, organisation] = await Promise.all([
    readDraft(app.db, request),
    store.readTexts(app.db, request.id),
    store.readDocuments(app.db, request.id),
    store.readActions(app.db, request.id),
    store.readExtensions(app.db, request.id),
    readOrganisationName(app.db, request.organisationId),
  ]);
  const given = (priorityId: string | null) => ({
    isAnswered: texts.some((one) => one.priorityId === priorityId && one.answer !== ''),
    documents: documents.filter((one) => one.priorityId === priorityId && one.kind === 'attachment').length,
    actions: actions.filter((one) => one.priorityId === priorityId).length,
  });
  return {
    ...frameOf(app, door),
    organisation,
    overall: given(null),
    priorities: draft.map((priority) => ({ ...priority, ...given(priority.id) })),
    extensions,
  };
}

/** One part of the draft: a priority with what was found and what shows it, or the whole; and the reply to it. */
export async function showPart(app: App, door: Door, name: string) {
  const { request } = door;
  const part = partOf(name);
  if (!part) throw notFound(`part ${name} of a reply`);
  const [draft, texts, documents, actions] = await Promise.all([
    readDraft(app.db, request),
    store.readTexts(app.db, request.id),
    store.readDocuments(app.db, request.id),
    store.readActions(app.db, request.id),
  ]);
  const priority = part.kind === 'overall' ? null : draft[part.number - 1];
  if (priority === undefined) throw notFound(`priority ${name} of a reply`);
  const priorityId = priority?.id ?? null;
  const text = texts.find((one) => one.priorityId === priorityId);
  const { assessmentId, municipalityId } = request;
  return {
    ...frameOf(app, door),
    priority,
    priorityId,
    places: draft.length,
    evidence:
      priorityId === null
        ? []
        : await readPublicEvidence(app.db, { municipalityId, assessmentId, priorityId }),
    answer: text?.answer ?? '',
    version: text?.version ?? 0,
    documents: documents.filter((one) => one.priorityId === priorityId && one.kind === 'attachment'),
    actions: actions.filter((one) => one.priorityId === priorityId),
  };
}

/** What every page of a reply says of it. */
function frameOf(app: App, { kind, request, mayWrite }: Door) {
  const { municipalityName, roundStarts, roundEnds, requestedOn, dueOn, repliedOn } = request;
  const { answeredBy, capacity, language, recipientName, enteredBy } = request;
  return {
    door: kind,
    mayWrite,
    state: stateOn(request, dayOf(app.clock())),
    isTypedByStaff: enteredBy !== null,
    municipalityName,
    roundStarts,
    roundEnds,
    requestedOn,
    dueOn,
    repliedOn,
    answeredBy,
    capacity,
    language,
    recipientName,
  };
}

export type ReplyPage = Awaited<ReturnType<typeof showReply>>;
export type PartPage = Awaited<ReturnType<typeof showPart>>;
