import { redirect } from '@sveltejs/kit';
import { changeCodeAfterReply } from '#features/coding/server/decide.ts';
import { taskToDecide } from '#features/coding/server/task-page.ts';
import { changeCodeSchema } from '#features/replies/schema.ts';
import { showCode } from '#features/replies/server/codes.ts';
import { translator } from '#i18n/translate.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params }) => ({
  ...(await showCode(locals.app, locals.actor, params.id, params.task)),
  meta: { title: translator(locals.language)('replies.change-code'), noindex: true },
});

export const actions: Actions = {
  decide: ({ locals: { app, actor, language, requestId }, params, request }) =>
    runForm(
      request,
      changeCodeSchema,
      ({ version: base, ...command }) =>
        changeCodeAfterReply(app, actor, params.task, { ...command, base }, requestId),
      () => redirect(303, `/${language}/work/replies/${params.id}/reading`),
      () => taskToDecide(app, actor, params.task),
    ),
};
