import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { addressChoice, addressForm } from '#features/articles/schema.ts';
import {
  forgetAddress,
  keepAddress,
  mayKeepAddresses,
  showAddresses,
} from '#features/articles/server/addresses.ts';
import { translator } from '#i18n/translate.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.js';

export const load: PageServerLoad = async ({ locals, url }) => ({
  list: await showAddresses(locals.app, locals.actor, z.uuid().safeParse(url.searchParams.get('after')).data),
  meta: { title: translator(locals.language)('article.addresses'), noindex: true },
});

function back({ locals }: RequestEvent): never {
  redirect(303, `/${locals.language}/work/articles/addresses`);
}

export const actions: Actions = {
  save: (event) =>
    runForm(
      event.request,
      addressForm,
      (command) => keepAddress(event.locals.app, event.locals.actor, command),
      () => back(event),
      () => mayKeepAddresses(event.locals.actor),
    ),
  forget: (event) =>
    runForm(
      event.request,
      addressChoice,
      ({ address }) => forgetAddress(event.locals.app, event.locals.actor, address),
      () => back(event),
      () => mayKeepAddresses(event.locals.actor),
    ),
};
