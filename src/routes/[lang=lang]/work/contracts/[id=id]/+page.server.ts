import { historyOf } from '#features/audit/server/service.ts';
import { redirect } from '@sveltejs/kit';
import type { z } from 'zod';
import * as schema from '#features/contracts/draft-schema.ts';
import { resolveThread, writeComment } from '#features/contracts/server/drafting/comments.ts';
import { showDraft } from '#features/contracts/server/drafting/draft-page.ts';
import { setBinding } from '#features/contracts/server/drafting/drafts.ts';
import { publishDraft } from '#features/contracts/server/drafting/freeze.ts';
import {
  movePriority,
  removePriority,
  takeCandidates,
} from '#features/contracts/server/drafting/priorities.ts';
import {
  approveDraft,
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

/** A button of the page: what it asks for, then the page again, where the person was. */
function button<Schema extends z.ZodType>(
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
    );
}

export const actions: Actions = {
  binding: button(schema.setBinding, ({ locals, params }, command) =>
    setBinding(locals.app, locals.actor, params.id, command),
  ),
  take: button(
    schema.takeCandidates,
    ({ locals, params }, command) => takeCandidates(locals.app, locals.actor, params.id, command),
    '#priorities',
  ),
  move: button(
    schema.moveItem,
    ({ locals, params }, command) => movePriority(locals.app, locals.actor, params.id, command),
    '#priorities',
  ),
  remove: button(
    schema.removeItem,
    ({ locals, params }, command) => removePriority(locals.app, locals.actor, params.id, command),
    '#priorities',
  ),
  keep: button(
    schema.keepVersion,
    ({ locals, params }, command) => keepVersion(locals.app, locals.actor, params.id, command),
    '#versions',
  ),
  submit: button(schema.submitDraft, ({ locals, params }, command) =>
    submitDraft(locals.app, locals.actor, params.id, command),
  ),
  approve: button(schema.reviewDraft, ({ locals, params }, command) =>
    approveDraft(locals.app, locals.actor, params.id, command),
  ),
  sendBack: button(schema.sendBackDraft, ({ locals, params }, command) =>
    sendBackDraft(locals.app, locals.actor, params.id, command),
  ),
  reopen: button(schema.reopenDraft, ({ locals, params }, command) =>
    reopenDraft(locals.app, locals.actor, params.id, command),
  ),
  publish: button(schema.publishDraft, ({ locals, params }, command) =>
    publishDraft(locals.app, locals.actor, params.id, command),
  ),
  comment: button(
    schema.writeComment,
    ({ locals, params }, command) => writeComment(locals.app, locals.actor, params.id, command),
    '#comments',
  ),
  resolve: button(
    schema.resolveThread,
    ({ locals, params }, command) => resolveThread(locals.app, locals.actor, params.id, command),
    '#comments',
  ),
};
