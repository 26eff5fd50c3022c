import { redirect } from '@sveltejs/kit';
import { historyOf } from '#features/audit/server/service.ts';
import { returnForm, tryForm } from '#features/experiences/schema.ts';
import { publishTry, returnTry, tryToReview } from '#features/experiences/server/publish-try.ts';
import { changeTry, showTry, tryFields, tryToWrite } from '#features/experiences/server/tries.ts';
import { draftAction } from '#features/work/server/draft-action.ts';
import { dropDraft, findDraft } from '#features/work/server/drafts.ts';
import { translator } from '#i18n/translate.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.js';

const pathOf = (id: string) => `/work/experiences/tries/${id}`;

export const load: PageServerLoad = async ({ locals, params }) => {
  const { app, actor } = locals;
  const page = await showTry(app, actor, params.id);
  return {
    page,
    state: (await findDraft(app, actor, pathOf(params.id))) ?? { fields: tryFields(page.draft), faults: [] },
    history: await historyOf(app, actor, { kind: 'experience-try', id: params.id }),
    meta: { title: translator(locals.language)('experience.we-tried'), noindex: true },
  };
};

const may = ({ locals, params }: RequestEvent) => tryToWrite(locals.app.db, locals.actor, params.id);

function back({ locals, params }: RequestEvent): never {
  redirect(303, `/${locals.language}${pathOf(params.id)}`);
}

export const actions: Actions = {
  save: (event) =>
    runForm(
      event.request,
      tryForm,
      (command) => changeTry(event.locals.app, event.locals.actor, event.params.id, command),
      async ({ id }) => {
        await dropDraft(event.locals.app.db, event.locals.actor, pathOf(id));
        back(event);
      },
      () => may(event),
    ),
  draft: (event) => draftAction(event.locals, event.request, pathOf(event.params.id), () => may(event)),
  publish: async ({ locals, params }) => {
    const { key } = await publishTry(locals.app, locals.actor, params.id);
    redirect(303, `/${locals.language}/experiences/${key}#lineage`);
  },
  return: (event) =>
    runForm(
      event.request,
      returnForm,
      async ({ note }) => {
        await returnTry(event.locals.app, event.locals.actor, event.params.id, note);
        return { kind: 'done', value: null };
      },
      () => back(event),
      () => tryToReview(event.locals.app.db, event.locals.actor, event.params.id),
    ),
};
