import { historyOf } from '#features/audit/server/service.ts';
import { redirect } from '@sveltejs/kit';
import type { z } from 'zod';
import * as schema from '#features/contracts/draft-schema.ts';
import { resolveThread, writeComment } from '#features/contracts/server/drafting/comments.ts';
import { showDraft } from '#features/contracts/server/drafting/draft-page.ts';
import {
  draftToPublish,
  draftToWrite,
  getDraft,
  setBinding,
} from '#features/contracts/server/drafting/drafts.ts';
import { publishDraft } from '#features/contracts/server/drafting/freeze.ts';
import {
  movePriority,
  removePriority,
  takeCandidates,
} from '#features/contracts/server/drafting/priorities.ts';
import {
  approveDraft,
  mayReview,
  reopenDraft,
  sendBackDraft,
  submitDraft,
} from '#features/contracts/server/drafting/review.ts';
import { keepVersion } from '#features/contracts/server/drafting/versions.ts';
import type { Outcome } from '#forms/form.ts';
import { translator } from '#i18n/translate.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.js';

export const load: PageServerLoad = async ({ locals, params }) => {
  const page = await showDraft(locals.app, locals.actor, params.id);
  const { contractId } = page.draft;
  // From the freezing on it is the contract to which things happen.
  const [ofContract, ofDraft] = await Promise.all([
    contractId ? historyOf(locals.app, locals.actor, { kind: 'contract', id: contractId }) : [],
    historyOf(locals.app, locals.actor, { kind: 'contract-draft', id: params.id }),
  ]);
  const history = [...ofContract, ...ofDraft];
  const title = translator(locals.language)('drafting.one', {
    municipality: page.draft.municipalityName,
    period: page.draft.mandate.replace('-', '–'),
  });
  return { page, history, title, newId: crypto.randomUUID(), meta: { title, noindex: true } };
};

/** Whether a button is the person's, by what they do with the draft. */
const may = {
  comment: ({ locals, params }: RequestEvent) => getDraft(locals.app.db, locals.actor, params.id),
  write: ({ locals, params }: RequestEvent) => draftToWrite(locals.app.db, locals.actor, params.id),
  publish: ({ locals, params }: RequestEvent) => draftToPublish(locals.app.db, locals.actor, params.id),
  review: ({ locals }: RequestEvent) => mayReview(locals.actor),
};

/** A button of the page: what it asks for, then the page again, where the person was. */
function button<Schema extends z.ZodType>(
  does: keyof typeof may,
  form: Schema,
  run: (event: RequestEvent, command: z.output<Schema>) => Promise<Outcome<unknown>>,
  place = '',
) {
  return (event: RequestEvent) =>
    runForm(
      event.request,
      form,
      (command) => run(event, command),
      () => redirect(303, `/${event.locals.language}/work/contracts/${event.params.id}${place}`),
      () => may[does](event),
    );
}

export const actions: Actions = {
  binding: button('write', schema.setBinding, ({ locals, params }, command) =>
    setBinding(locals.app, locals.actor, params.id, command),
  ),
  take: button(
    'write',
    schema.takeCandidates,
    ({ locals, params }, command) => takeCandidates(locals.app, locals.actor, params.id, command),
    '#priorities',
  ),
  move: button(
    'write',
    schema.moveItem,
    ({ locals, params }, command) => movePriority(locals.app, locals.actor, params.id, command),
    '#priorities',
  ),
  remove: button(
    'write',
    schema.removeItem,
    ({ locals, params }, command) => removePriority(locals.app, locals.actor, params.id, command),
    '#priorities',
  ),
  keep: button(
    'write',
    schema.keepVersion,
    ({ locals, params }, command) => keepVersion(locals.app, locals.actor, params.id, command),
    '#versions',
  ),
  submit: button('write', schema.submitDraft, ({ locals, params }, command) =>
    submitDraft(locals.app, locals.actor, params.id, command),
  ),
  approve: button('review', schema.reviewDraft, ({ locals, params }, command) =>
    approveDraft(locals.app, locals.actor, params.id, command),
  ),
  sendBack: button('review', schema.sendBackDraft, ({ locals, params }, command) =>
    sendBackDraft(locals.app, locals.actor, params.id, command),
  ),
  reopen: button('write', schema.reopenDraft, ({ locals, params }, command) =>
    reopenDraft(locals.app, locals.actor, params.id, command),
  ),
  publish: button('publish', schema.publishDraft, ({ locals, params }, command) =>
    publishDraft(locals.app, locals.actor, params.id, command),
  ),
  comment: button(
    'comment',
    schema.writeComment,
    ({ locals, params }, command) => writeComment(locals.app, locals.actor, params.id, command),
    '#comments',
  ),
  resolve: button(
    'comment',
    schema.resolveThread,
    ({ locals, params }, command) => resolveThread(locals.app, locals.actor, params.id, command),
    '#comments',
  ),
};
