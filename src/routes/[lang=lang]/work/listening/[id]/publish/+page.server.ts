import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { version } from '#forms/fields.ts';
import { sessionToPublish } from '#features/listening/server/access.ts';
import { publishSession } from '#features/listening/server/publishing.ts';
import { showSession } from '#features/listening/server/sessions.ts';
import { translator } from '#i18n/translate.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad } from './$types.js';

const publication = z.object({ version: version() });

export const load: PageServerLoad = async ({ locals, params }) => {
  const { app, actor, language } = locals;
  await sessionToPublish(app.db, actor, params.id);
  const shown = await showSession(app, actor, params.id);
  return { shown, meta: { title: translator(language)('listening.publish.title'), noindex: true } };
};

export const actions: Actions = {
  save: ({ locals, params, request }) =>
    runForm(
      request,
      publication,
      (command) => publishSession(locals.app, locals.actor, params.id, command.version, locals.requestId),
      ({ eventKey }) => redirect(303, `/${locals.language}/events/${eventKey}`),
    ),
};
