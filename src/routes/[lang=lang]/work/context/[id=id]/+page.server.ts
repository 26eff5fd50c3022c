import { redirect } from '@sveltejs/kit';
import { historyOf } from '#features/audit/server/service.ts';
import { periodForm } from '#features/context/schema.ts';
import {
  changePeriod,
  dropPeriod,
  fieldsOf,
  getDraft,
  listFormOptions,
} from '#features/context/server/drafts.ts';
import { publishPeriod } from '#features/context/server/publish.ts';
import { draftAction } from '#features/work/server/draft-action.ts';
import { dropDraft, findDraft } from '#features/work/server/drafts.ts';
import { translator } from '#i18n/translate.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad } from './$types.js';

const pathOf = (id: string) => `/work/context/${id}`;

export const load: PageServerLoad = async ({ locals, params }) => {
  const { app, actor } = locals;
  const draft = await getDraft(app.db, actor, params.id);
  return {
    draft,
    options: await listFormOptions(app, actor),
    state: (await findDraft(app, actor, pathOf(params.id))) ?? { fields: fieldsOf(draft), faults: [] },
    history: await historyOf(app, actor, { kind: 'context', id: params.id }),
    meta: { title: translator(locals.language)('context.edit'), noindex: true },
  };
};

export const actions: Actions = {
  save: ({ locals, params, request }) =>
    runForm(
      request,
      periodForm,
      (command) => changePeriod(locals.app, locals.actor, params.id, command),
      async ({ id }) => {
        await dropDraft(locals.app.db, locals.actor, pathOf(id));
        redirect(303, `/${locals.language}/work/context/${id}`);
      },
      () => getDraft(locals.app.db, locals.actor, params.id),
    ),
  draft: ({ locals, params, request }) =>
    draftAction(locals, request, pathOf(params.id), () => getDraft(locals.app.db, locals.actor, params.id)),
  publish: async ({ locals, params }) => {
    const { name } = await publishPeriod(locals.app, locals.actor, params.id);
    redirect(303, `/${locals.language}/context#${name}`);
  },
  drop: async ({ locals, params }) => {
    await dropPeriod(locals.app, locals.actor, params.id);
    redirect(303, `/${locals.language}/work/context`);
  },
};
