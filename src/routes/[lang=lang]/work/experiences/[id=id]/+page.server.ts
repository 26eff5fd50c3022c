import { redirect } from '@sveltejs/kit';
import { historyOf } from '#features/audit/server/service.ts';
import { experienceForm, returnForm } from '#features/experiences/schema.ts';
import {
  draftToWrite,
  dropExperience,
  fieldsOf,
  saveExperience,
  showDraft,
} from '#features/experiences/server/drafts.ts';
import { draftToReview, giveBack, handIn, publishExperience } from '#features/experiences/server/review.ts';
import { draftAction } from '#features/work/server/draft-action.ts';
import { dropDraft, findDraft } from '#features/work/server/drafts.ts';
import { translator } from '#i18n/translate.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.js';

const pathOf = (id: string) => `/work/experiences/${id}`;

export const load: PageServerLoad = async ({ locals, params }) => {
  const { app, actor } = locals;
  const page = await showDraft(app, actor, params.id);
  return {
    page,
    state: (await findDraft(app, actor, pathOf(params.id))) ?? { fields: fieldsOf(page.draft), faults: [] },
    history: await historyOf(app, actor, { kind: 'experience', id: params.id }),
    meta: { title: translator(locals.language)('experience.edit'), noindex: true },
  };
};

const may = ({ locals, params }: RequestEvent) => draftToWrite(locals.app.db, locals.actor, params.id);

function back({ locals, params }: RequestEvent): never {
  redirect(303, `/${locals.language}${pathOf(params.id)}`);
}

export const actions: Actions = {
  save: (event) =>
    runForm(
      event.request,
      experienceForm,
      (command) => saveExperience(event.locals.app, event.locals.actor, event.params.id, command),
      async ({ id }) => {
        await dropDraft(event.locals.app.db, event.locals.actor, pathOf(id));
        back(event);
      },
      () => may(event),
    ),
  draft: (event) => draftAction(event.locals, event.request, pathOf(event.params.id), () => may(event)),
  submit: async (event) => {
    await handIn(event.locals.app, event.locals.actor, event.params.id);
    back(event);
  },
  publish: async ({ locals, params }) => {
    const { key } = await publishExperience(locals.app, locals.actor, params.id);
    redirect(303, `/${locals.language}/experiences/${key}`);
  },
  return: (event) =>
    runForm(
      event.request,
      returnForm,
      async ({ note }) => {
        await giveBack(event.locals.app, event.locals.actor, event.params.id, note);
        return { kind: 'done', value: null };
      },
      () => back(event),
      () => draftToReview(event.locals.app.db, event.locals.actor, event.params.id),
    ),
  drop: async ({ locals, params }) => {
    await dropExperience(locals.app, locals.actor, params.id);
    redirect(303, `/${locals.language}/work/experiences`);
  },
};
