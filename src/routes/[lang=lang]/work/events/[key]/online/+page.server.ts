import { redirect } from '@sveltejs/kit';
import { meetingForm, onlineForm } from '#features/registration/schema.ts';
import { enterOnline, importOnline, showOnline } from '#features/registration/server/online.ts';
import { translator } from '#i18n/translate.ts';
import { bytesOfFile } from '#server/forms/files-of-form.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const page = await showOnline(locals.app, locals.actor, params.key);
  const title = translator(locals.language)('registration.online.count');
  return { page, isSaved: url.searchParams.has('saved'), meta: { title, noindex: true } };
};

const back = () => redirect(303, 'online?saved');

export const actions: Actions = {
  save: ({ locals, params, request }) =>
    runForm(
      request,
      onlineForm,
      (command) => enterOnline(locals.app, locals.actor, params.key, command),
      back,
      () => showOnline(locals.app, locals.actor, params.key),
    ),
  import: ({ locals, params, request }) =>
    runForm(
      request,
      meetingForm,
      async ({ version }, data) => {
        const [bytes] = (await bytesOfFile(data, 'file')) ?? [];
        return importOnline(locals.app, locals.actor, params.key, { bytes, version });
      },
      back,
      () => showOnline(locals.app, locals.actor, params.key),
    ),
};
