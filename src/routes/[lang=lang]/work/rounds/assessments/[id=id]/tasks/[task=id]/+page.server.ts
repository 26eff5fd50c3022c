import { redirect } from '@sveltejs/kit';
import { assignOneForm } from '#features/rounds/schema.ts';
import { assessmentToAssign, assignOne } from '#features/rounds/server/assign.ts';
import { showAssigning } from '#features/rounds/server/assessment-page.ts';
import { translator } from '#i18n/translate.ts';
import { notFound } from '#server/errors.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params }) => {
  const page = await showAssigning(locals.app, locals.actor, params.id, params.task);
  if (!page.task) throw notFound(`task ${params.task}`);
  return {
    page,
    task: page.task,
    meta: { title: translator(locals.language)('rounds.assign'), noindex: true },
  };
};

export const actions: Actions = {
  save: ({ locals, params, request }) =>
    runForm(
      request,
      assignOneForm,
      (command) => assignOne(locals.app, locals.actor, { id: params.id, taskId: params.task }, command),
      () => redirect(303, `/${locals.language}/work/rounds/assessments/${params.id}#components`),
      () => assessmentToAssign(locals.app, locals.actor, params.id),
    ),
};
