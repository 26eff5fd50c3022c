import { redirect } from '@sveltejs/kit';
import * as schema from '#features/contracts/draft-schema.ts';
import { resolveThread, writeComment } from '#features/contracts/server/drafting/comments.ts';
import { moveComponent, removeComponent } from '#features/contracts/server/drafting/components.ts';
import { showPriorityForm } from '#features/contracts/server/drafting/draft-page.ts';
import { keepTyping } from '#features/contracts/server/drafting/form-drafts.ts';
import { removePriority, savePriority } from '#features/contracts/server/drafting/priorities.ts';
import { findDraft } from '#features/work/server/drafts.ts';
import { notFound } from '#server/errors.ts';
import { translator } from '#i18n/translate.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad } from './$types.js';

interface Ids {
  id: string;
  priority: string;
}

function formOf({ id, priority }: Ids): string {
  return `/work/contracts/${id}/priorities/${priority}`;
}

function refOf({ id, priority }: Ids) {
  return { draftId: id, priorityId: priority };
}

export const load: PageServerLoad = async ({ locals, params }) => {
  const { app, actor, language } = locals;
  const { priority, ...page } = await showPriorityForm(app, actor, params.id, params.priority);
  if (!priority) throw notFound(`priority ${params.priority}`);
  const title = translator(language)('priority.kicker', { number: page.number });
  return {
    page,
    priority,
    title,
    newId: crypto.randomUUID(),
    kept: await findDraft(app, actor, formOf(params)),
    meta: { title, noindex: true },
  };
};

export const actions: Actions = {
  save: ({ locals, params, request }) =>
    runForm(
      request,
      schema.savePriority,
      (command) =>
        savePriority(
          locals.app,
          locals.actor,
          params.id,
          { ...command, id: params.priority, version: command.version ?? 0 },
          formOf(params),
        ),
      () => redirect(303, `/${locals.language}${formOf(params)}#components`),
    ),
  draft: ({ locals, params, request }) => keepTyping(locals, request, formOf(params)),
  move: ({ locals, params, request }) =>
    runForm(
      request,
      schema.moveItem,
      (command) => moveComponent(locals.app, locals.actor, refOf(params), command),
      () => redirect(303, `/${locals.language}${formOf(params)}#components`),
    ),
  removeComponent: ({ locals, params, request }) =>
    runForm(
      request,
      schema.removeItem,
      (command) => removeComponent(locals.app, locals.actor, refOf(params), command),
      () => redirect(303, `/${locals.language}${formOf(params)}#components`),
    ),
  remove: ({ locals, params, request }) =>
    runForm(
      request,
      schema.removeItem,
      () => removePriority(locals.app, locals.actor, params.id, { id: params.priority }),
      () => redirect(303, `/${locals.language}/work/contracts/${params.id}#priorities`),
    ),
  comment: ({ locals, params, request }) =>
    runForm(
      request,
      schema.writeComment,
      (command) => writeComment(locals.app, locals.actor, params.id, command),
      () => redirect(303, `/${locals.language}${formOf(params)}#comments`),
    ),
  resolve: ({ locals, params, request }) =>
    runForm(
      request,
      schema.resolveThread,
      (command) => resolveThread(locals.app, locals.actor, params.id, command),
      () => redirect(303, `/${locals.language}${formOf(params)}#comments`),
    ),
};
