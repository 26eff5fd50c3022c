import { redirect } from '@sveltejs/kit';
import * as schema from '#features/contracts/draft-schema.ts';
import { resolveThread, writeComment } from '#features/contracts/server/drafting/comments.ts';
import { moveComponent, removeComponent } from '#features/contracts/server/drafting/components.ts';
import { draftToWrite } from '#features/contracts/server/drafting/drafts.ts';
import { showPriorityForm } from '#features/contracts/server/drafting/draft-page.ts';
import { draftAction } from '#features/work/server/draft-action.ts';
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

function mayWrite(locals: App.Locals, { id }: Ids) {
  return draftToWrite(locals.app.db, locals.actor, id);
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
      () => mayWrite(locals, params),
    ),
  draft: ({ locals, params, request }) =>
    draftAction(locals, request, formOf(params), () => mayWrite(locals, params)),
  move: ({ locals, params, request }) =>
    runForm(
      request,
      schema.moveItem,
      (command) => moveComponent(locals.app, locals.actor, refOf(params), command),
      () => redirect(303, `/${locals.language}${formOf(params)}#components`),
      () => mayWrite(locals, params),
    ),
  removeComponent: ({ locals, params, request }) =>
    runForm(
      request,
      schema.removeItem,
      (command) => removeComponent(locals.app, locals.actor, refOf(params), command),
      () => redirect(303, `/${locals.language}${formOf(params)}#components`),
      () => mayWrite(locals, params),
    ),
  remove: ({ locals, params, request }) =>
    runForm(
      request,
      schema.removeItem,
      () => removePriority(locals.app, locals.actor, params.id, { id: params.priority }),
      () => redirect(303, `/${locals.language}/work/contracts/${params.id}#priorities`),
      () => mayWrite(locals, params),
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
