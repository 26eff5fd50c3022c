import { randomUUID } from 'node:crypto';
import { redirect } from '@sveltejs/kit';
import { floorAskForm } from '#features/floor/schema.ts';
import { askAtFloor } from '#features/floor/server/audience.ts';
import { viewFloor } from '#features/floor/server/view.ts';
import { translator } from '#i18n/translate.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params, setHeaders }) => {
  // Each form drawn has a number of its own, so that two clicks ask once.
  setHeaders({ 'cache-control': 'no-store' });
  return {
    floor: await viewFloor(locals.app, params.key),
    once: randomUUID(),
    meta: { title: translator(locals.language)('floor.ask'), noindex: true },
  };
};

export const actions: Actions = {
  save: ({ locals, params, request, getClientAddress }) =>
    runForm(
      request,
      floorAskForm,
      (command) => askAtFloor(locals.app, getClientAddress(), params.key, command),
      () => redirect(303, `/${locals.language}/events/${params.key}/floor?done=asked`),
    ),
};
