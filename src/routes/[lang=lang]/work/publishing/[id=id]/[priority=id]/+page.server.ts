import { redirect } from '@sveltejs/kit';
import { writeStatus } from '#features/publishing/schema.ts';
import { publicationToPrepare } from '#features/publishing/server/acting.ts';
import { saveStatusDraft, showStatusDraft } from '#features/publishing/server/drafts.ts';
import { draftAction } from '#features/work/server/draft-action.ts';
import { findDraft } from '#features/work/server/drafts.ts';
import { translator } from '#i18n/translate.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad } from './$types.js';

function formOf({ id, priority }: { id: string; priority: string }): string {
  return `/work/publishing/${id}/${priority}`;
}

export const load: PageServerLoad = async ({ locals, params }) => {
  const { app, actor, language } = locals;
  const page = await showStatusDraft(app, actor, params.id, params.priority);
  const title = translator(language)('publishing.status-of', { number: page.priority.position });
  return { page, title, kept: await findDraft(app, actor, formOf(params)), meta: { title, noindex: true } };
};

export const actions: Actions = {
  save: ({ locals, params, request }) =>
    runForm(
      request,
      writeStatus,
      (command) =>
        saveStatusDraft(
          locals.app,
          locals.actor,
          { assessmentId: params.id, priorityId: params.priority },
          command,
          formOf(params),
        ),
      () => redirect(303, `/${locals.language}/work/publishing/${params.id}#statuses`),
      () => publicationToPrepare(locals.app.db, locals.actor, params.id),
    ),
  draft: ({ locals, params, request }) =>
    draftAction(locals, request, formOf(params), () =>
      publicationToPrepare(locals.app.db, locals.actor, params.id),
    ),
};
