import { redirect } from '@sveltejs/kit';
import { speakerForm } from '#features/events/speaker-schema.ts';
import { confirmSpeaker, showSpeaker } from '#features/events/server/speakers.ts';
import { translator } from '#i18n/translate.ts';
import { bytesOfFile } from '#server/forms/files-of-form.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params, getClientAddress }) => ({
  ...(await showSpeaker(locals.app, params.token, getClientAddress())),
  meta: { title: translator(locals.language)('event.speaker.title'), noindex: true },
});

export const actions: Actions = {
  save: ({ locals, params, request, getClientAddress }) =>
    runForm(
      request,
      speakerForm,
      async (command, data) =>
        confirmSpeaker(locals.app, params.token, {
          command,
          photo: await bytesOfFile(data, 'photo'),
          address: getClientAddress(),
        }),
      () => redirect(303, `/${locals.language}/speaker/${params.token}`),
    ),
};
