import { redirect } from '@sveltejs/kit';
import { speakForm } from '#features/floor/schema.ts';
import { askToSpeak } from '#features/floor/server/audience.ts';
import { viewFloor } from '#features/floor/server/view.ts';
import { translator } from '#i18n/translate.ts';
import { runForm } from '#server/forms/run-form.ts';
import { markOf } from '#server/http/browser-mark.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params, setHeaders }) => {
  setHeaders({ 'cache-control': 'no-store' });
  return {
    floor: await viewFloor(locals.app, params.key),
    meta: { title: translator(locals.language)('floor.speak'), noindex: true },
  };
};

export const actions: Actions = {
  save: ({ locals, params, request, cookies, getClientAddress }) =>
    runForm(
      request,
      speakForm,
      (command) => {
        const sender = { address: getClientAddress(), browser: markOf(cookies, locals.app) };
        return askToSpeak(locals.app, sender, params.key, command);
      },
      () => redirect(303, `/${locals.language}/events/${params.key}/floor?done=speaking`),
    ),
};
