import { redirect } from '@sveltejs/kit';
import { draftToWrite } from '#features/contracts/server/drafting/drafts.ts';
import { saveComponent as componentSchema } from '#features/contracts/draft-schema.ts';
import { saveComponent } from '#features/contracts/server/drafting/components.ts';
import { showComponentForm } from '#features/contracts/server/drafting/draft-page.ts';
import { draftAction } from '#features/work/server/draft-action.ts';
import { findDraft } from '#features/work/server/drafts.ts';
import { translator } from '#i18n/translate.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad } from './$types.js';

interface Ids {
  id: string;
  priority: string;
  component: string;
}

function formOf({ id, priority, component }: Ids): string {
  return `/work/contracts/${id}/priorities/${priority}/components/${component}`;
}

export const load: PageServerLoad = async ({ locals, params }) => {
  const { app, actor, language } = locals;
  const title = translator(language)('component.one');
  return {
    page: await showComponentForm(app, actor, {
      draftId: params.id,
      priorityId: params.priority,
      componentId: params.component,
    }),
    title,
    newId: params.component,
    kept: await findDraft(app, actor, formOf(params)),
    meta: { title, noindex: true },
  };
};

export const actions: Actions = {
  save: ({ locals, params, request }) =>
    runForm(
      request,
      componentSchema,
      (command) =>
        saveComponent(
          locals.app,
          locals.actor,
          { draftId: params.id, priorityId: params.priority },
          { ...command, id: params.component, version: command.version ?? 0 },
          formOf(params),
        ),
      () =>
        redirect(
          303,
          `/${locals.language}/work/contracts/${params.id}/priorities/${params.priority}#components`,
        ),
      () => draftToWrite(locals.app.db, locals.actor, params.id),
    ),
  draft: ({ locals, params, request }) =>
    draftAction(locals, request, formOf(params), () => draftToWrite(locals.app.db, locals.actor, params.id)),
};
