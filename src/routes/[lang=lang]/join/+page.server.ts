import { randomUUID } from 'node:crypto';
import { redirect } from '@sveltejs/kit';
import { applicationForm } from '#features/joining/schema.ts';
import { apply, showApplicationForm } from '#features/joining/server/applying.ts';
import { translator } from '#i18n/translate.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, setHeaders, url }) => {
  const t = translator(locals.language);
  // Each form that is handed out has a number of its own, so that two clicks apply once.
  setHeaders({ 'cache-control': 'no-store' });
  return {
    page: await showApplicationForm(locals.app),
    isSent: url.searchParams.get('sent') === '1',
    once: randomUUID(),
    meta: { title: t('joining.title'), description: t('joining.lede') },
  };
};

export const actions: Actions = {
  save: ({ locals, request, getClientAddress }) =>
    runForm(
      request,
      applicationForm,
      (command) => apply(locals.app, command, { address: getClientAddress() }),
      () => redirect(303, `/${locals.language}/join?sent=1`),
    ),
};
