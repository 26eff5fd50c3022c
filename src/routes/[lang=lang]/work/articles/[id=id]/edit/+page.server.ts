import { redirect } from '@sveltejs/kit';
import { articleForm } from '#features/articles/schema.ts';
import { draftToWrite } from '#features/articles/server/access.ts';
import { changeArticle, fieldsOf } from '#features/articles/server/drafts.ts';
import { previewAction } from '#features/articles/server/preview-action.ts';
import { draftAction } from '#features/work/server/draft-action.ts';
import { dropDraft, findDraft } from '#features/work/server/drafts.ts';
import { translator } from '#i18n/translate.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.js';

const pathOf = (id: string) => `/work/articles/${id}/edit`;

export const load: PageServerLoad = async ({ locals, params }) => {
  const { app, actor } = locals;
  const { articleId, version, ...draft } = await draftToWrite(app.db, actor, params.id);
  return {
    id: params.id,
    isPublic: articleId !== null,
    version,
    state: (await findDraft(app, actor, pathOf(params.id))) ?? {
      fields: fieldsOf(draft),
      faults: [],
    },
    meta: { title: translator(locals.language)('article.edit'), noindex: true },
  };
};

const mayWrite = ({ locals, params }: RequestEvent) => draftToWrite(locals.app.db, locals.actor, params.id);

export const actions: Actions = {
  save: (event) =>
    runForm(
      event.request,
      articleForm,
      (command) => changeArticle(event.locals.app, event.locals.actor, event.params.id, command),
      async ({ id }) => {
        await dropDraft(event.locals.app.db, event.locals.actor, pathOf(id));
        redirect(303, `/${event.locals.language}/work/articles/${id}`);
      },
      () => mayWrite(event),
    ),
  preview: (event) => previewAction(event.request, () => mayWrite(event)),
  draft: (event) => draftAction(event.locals, event.request, pathOf(event.params.id), () => mayWrite(event)),
};
