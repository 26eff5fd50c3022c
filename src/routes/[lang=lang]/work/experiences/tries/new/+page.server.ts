import { redirect } from '@sveltejs/kit';
import { tryForm } from '#features/experiences/schema.ts';
import { listPlaces } from '#features/experiences/server/drafts.ts';
import { sayTry, showTryForm } from '#features/experiences/server/tries.ts';
import { draftAction } from '#features/work/server/draft-action.ts';
import { dropDraft, findDraft } from '#features/work/server/drafts.ts';
import { translator } from '#i18n/translate.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad } from './$types.js';

const draftPath = (experience: string) => `/work/experiences/tries/new?experience=${experience}`;

/** A draft is kept for each experience, under the key that its address has. */
const draftOf = (url: URL) => draftPath(url.searchParams.get('experience')?.slice(0, 200) ?? '');

export const load: PageServerLoad = async ({ locals, url }) => {
  const page = await showTryForm(locals.app, locals.actor, url.searchParams.get('experience') ?? '');
  return {
    page,
    state: (await findDraft(locals.app, locals.actor, draftOf(url))) ?? { fields: {}, faults: [] },
    meta: { title: translator(locals.language)('experience.we-tried'), noindex: true },
  };
};

export const actions: Actions = {
  save: ({ locals, request, url }) =>
    runForm(
      request,
      tryForm,
      (command) => sayTry(locals.app, locals.actor, command),
      async ({ id }) => {
        await dropDraft(locals.app.db, locals.actor, draftOf(url));
        redirect(303, `/${locals.language}/work/experiences/tries/${id}`);
      },
      () => listPlaces(locals.app, locals.actor),
    ),
  draft: ({ locals, request, url }) =>
    draftAction(locals, request, draftOf(url), () => listPlaces(locals.app, locals.actor)),
};
