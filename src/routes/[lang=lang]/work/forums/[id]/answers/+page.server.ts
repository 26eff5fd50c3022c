import { redirect } from '@sveltejs/kit';
import { mayWorkOnForums } from '#features/forums/policy.ts';
import { answersForm } from '#features/forums/schema.ts';
import { saveAnswers, showAnswers } from '#features/forums/server/answers.ts';
import { planToWork } from '#features/forums/server/plans.ts';
import { draftAction } from '#features/work/server/draft-action.ts';
import { dropDraft, findDraft } from '#features/work/server/drafts.ts';
import { fieldOf } from '#forms/form.ts';
import { typedFields } from '#forms/parse-form.ts';
import { translator } from '#i18n/translate.ts';
import { notFound } from '#server/errors.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad } from './$types.js';

const pathOf = (id: string, item: string) => `/work/forums/${id}/answers/${item}`;

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const page = await showAnswers(locals.app, locals.actor, params.id);
  const asked = url.searchParams.get('item');
  const chosen = asked === null ? page.items[0] : page.items.find(({ id }) => id === asked);
  if (asked !== null && !chosen) throw notFound(`priority ${asked}`);
  return {
    page,
    chosen,
    mayWork: mayWorkOnForums(locals.actor, page.plan.municipalityId),
    draft: chosen && (await findDraft(locals.app, locals.actor, pathOf(params.id, chosen.id))),
    meta: { title: translator(locals.language)('forum.write-answers'), noindex: true },
  };
};

export const actions: Actions = {
  save: async ({ locals, params, request }) => {
    const { app, actor, language } = locals;
    return runForm(
      request,
      answersForm,
      async ({ item }, data) => {
        const outcome = await saveAnswers(app, actor, params.id, item, typedFields(data));
        return outcome.kind === 'done' ? { kind: 'done', value: { item } } : outcome;
      },
      async ({ item }) => {
        await dropDraft(app.db, actor, pathOf(params.id, item));
        const { items } = await showAnswers(app, actor, params.id);
        const next = items[items.findIndex(({ id }) => id === item) + 1];
        redirect(303, `/${language}/work/forums/${params.id}/answers${next ? `?item=${next.id}` : ''}`);
      },
      () => planToWork(app.db, actor, params.id),
    );
  },
  draft: ({ locals, params, request }) =>
    draftAction(
      locals,
      request,
      (typed) => pathOf(params.id, fieldOf(typed, 'item').slice(0, 36)),
      () => planToWork(locals.app.db, locals.actor, params.id),
    ),
};
