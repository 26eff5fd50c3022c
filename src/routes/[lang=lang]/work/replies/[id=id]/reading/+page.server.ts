import { redirect } from '@sveltejs/kit';
import {
  actionWordingSchema,
  finishSchema,
  readSchema,
  showDocumentSchema,
} from '#features/replies/schema.ts';
import { requestToHandle } from '#features/replies/server/access.ts';
import { finishReading, markRead, showDocument, wordAction } from '#features/replies/server/reading.ts';
import { showReading } from '#features/replies/server/work.ts';
import { translator } from '#i18n/translate.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params }) => ({
  page: await showReading(locals.app, locals.actor, params.id),
  meta: { title: translator(locals.language)('replies.reading'), noindex: true },
});

export const actions: Actions = {
  read: ({ locals: { app, actor, requestId }, params, request, url }) =>
    runForm(
      request,
      readSchema,
      (command) => markRead(app, actor, params.id, command, requestId),
      () => redirect(303, url.pathname),
      () => requestToHandle(app.db, actor, params.id),
    ),
  word: ({ locals: { app, actor, requestId }, params, request, url }) =>
    runForm(
      request,
      actionWordingSchema,
      (command) => wordAction(app, actor, params.id, command, requestId),
      () => redirect(303, url.pathname),
      () => requestToHandle(app.db, actor, params.id),
    ),
  show: ({ locals: { app, actor, requestId }, params, request, url }) =>
    runForm(
      request,
      showDocumentSchema,
      (command) => showDocument(app, actor, params.id, command, requestId),
      () => redirect(303, url.pathname),
      () => requestToHandle(app.db, actor, params.id),
    ),
  finish: ({ locals: { app, actor, requestId }, params, request, url }) =>
    runForm(
      request,
      finishSchema,
      (command) => finishReading(app, actor, params.id, command, requestId),
      () => redirect(303, url.pathname),
      () => requestToHandle(app.db, actor, params.id),
    ),
};
