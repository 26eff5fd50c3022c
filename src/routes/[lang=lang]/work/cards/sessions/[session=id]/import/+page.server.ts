import { fail, redirect, type RequestEvent } from '@sveltejs/kit';
import { beginCard } from '#features/cards/server/entry.ts';
import { importCards } from '#features/cards/server/import.ts';
import { translator } from '#i18n/translate.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { session } = await beginCard(locals.app, locals.actor, params.session);
  return { session, meta: { title: translator(locals.language)('cards.import'), noindex: true } };
};

async function take({ locals, params, request }: RequestEvent<{ session: string }>, dryRun: boolean) {
  const sent = (await request.formData()).get('file');
  const bytes = Buffer.from(sent instanceof File ? await sent.arrayBuffer() : new ArrayBuffer(0));
  const { app, actor, requestId } = locals;
  const outcome = await importCards(app, actor, params.session, { bytes, dryRun }, requestId);
  if (outcome.kind === 'sound' && outcome.isSaved) {
    redirect(303, `/${locals.language}/work/cards/sessions/${params.session}`);
  }
  return outcome.kind === 'sound' ? { outcome } : fail(400, { outcome });
}

export const actions: Actions = {
  check: (event) => take(event, true),
  import: (event) => take(event, false),
};
