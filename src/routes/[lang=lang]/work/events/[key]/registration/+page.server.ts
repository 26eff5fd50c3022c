import { redirect } from '@sveltejs/kit';
import { questionForm, questionRemoval, settingsForm } from '#features/registration/schema.ts';
import { addQuestion, removeQuestion, saveSettings } from '#features/registration/server/settings.ts';
import { showSettings } from '#features/registration/server/settings-page.ts';
import { pickText } from '#i18n/languages.ts';
import { translator } from '#i18n/translate.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const page = await showSettings(locals.app, locals.actor, params.key);
  const event = pickText(page.event.title, locals.language);
  const title = translator(locals.language)('registration.title', { event });
  return { page, isSaved: url.searchParams.has('saved'), meta: { title, noindex: true } };
};

const back = () => redirect(303, 'registration?saved');

export const actions: Actions = {
  save: ({ locals, params, request }) =>
    runForm(
      request,
      settingsForm,
      (command) => saveSettings(locals.app, locals.actor, params.key, command),
      back,
    ),
  question: ({ locals, params, request }) =>
    runForm(
      request,
      questionForm,
      (command) => addQuestion(locals.app, locals.actor, params.key, command),
      back,
    ),
  remove: ({ locals, params, request }) =>
    runForm(
      request,
      questionRemoval,
      (command) => removeQuestion(locals.app, locals.actor, params.key, command),
      back,
    ),
};
