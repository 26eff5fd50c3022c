import { redirect } from '@sveltejs/kit';
import { decideTimeSchema, newLinkSchema, sendSchema } from '#features/replies/schema.ts';
import { assessmentToHandle, requestToHandle } from '#features/replies/server/access.ts';
import { decideTime } from '#features/replies/server/extensions.ts';
import { beginTyping, giveUpTyping } from '#features/replies/server/handing-in.ts';
import { beginReading } from '#features/replies/server/reading.ts';
import { renewLink, revokeLink, sendDraft } from '#features/replies/server/sending.ts';
import { showHandling } from '#features/replies/server/work.ts';
import { translator } from '#i18n/translate.ts';
import { runForm } from '#server/forms/run-form.ts';
import { z } from 'zod';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params }) => ({
  page: await showHandling(locals.app, locals.actor, params.id),
  meta: { title: translator(locals.language)('replies.work.one'), noindex: true },
});

const nothing = z.object({});

export const actions: Actions = {
  send: ({ locals: { app, actor, requestId }, params, request, url }) =>
    runForm(
      request,
      sendSchema,
      (command) => sendDraft(app, actor, params.id, command, requestId),
      () => redirect(303, url.pathname),
      () => assessmentToHandle(app.db, actor, params.id),
    ),
  link: ({ locals: { app, actor, requestId }, params, request, url }) =>
    runForm(
      request,
      newLinkSchema,
      (command) => renewLink(app, actor, params.id, command, requestId),
      () => redirect(303, url.pathname),
      () => requestToHandle(app.db, actor, params.id),
    ),
  revoke: async ({ locals: { app, actor, requestId }, params, url }) => {
    await revokeLink(app, actor, params.id, requestId);
    redirect(303, url.pathname);
  },
  decide: ({ locals: { app, actor, requestId }, params, request, url }) =>
    runForm(
      request,
      decideTimeSchema,
      (command) => decideTime(app, actor, params.id, command, requestId),
      () => redirect(303, url.pathname),
      () => requestToHandle(app.db, actor, params.id),
    ),
  typing: ({ locals: { app, actor, requestId }, params, request, url }) =>
    runForm(
      request,
      nothing,
      () => beginTyping(app, actor, params.id, requestId),
      () => redirect(303, `${url.pathname}/answer`),
      () => requestToHandle(app.db, actor, params.id),
    ),
  untyping: async ({ locals: { app, actor, requestId }, params, url }) => {
    await giveUpTyping(app, actor, params.id, requestId);
    redirect(303, url.pathname);
  },
  read: ({ locals: { app, actor, requestId }, params, request, url }) =>
    runForm(
      request,
      nothing,
      () => beginReading(app, actor, params.id, requestId),
      () => redirect(303, `${url.pathname}/reading`),
      () => requestToHandle(app.db, actor, params.id),
    ),
};
