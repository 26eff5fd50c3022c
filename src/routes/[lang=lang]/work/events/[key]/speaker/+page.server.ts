import { redirect } from '@sveltejs/kit';
import { speakerLinkForm } from '#features/events/speaker-schema.ts';
import { planToChange } from '#features/events/server/plans.ts';
import { sendSpeakerLink, speakerToInvite } from '#features/events/server/speakers.ts';
import { translator } from '#i18n/translate.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const row = url.searchParams.get('row') ?? '';
  const { plan, speaker } = await speakerToInvite(locals.app, locals.actor, params.key, row);
  return {
    plan,
    speaker: { id: speaker.id, name: speaker.name ?? '' },
    meta: { title: translator(locals.language)('event.speaker.send'), noindex: true },
  };
};

export const actions: Actions = {
  save: ({ locals, params, request }) =>
    runForm(
      request,
      speakerLinkForm,
      (command) => sendSpeakerLink(locals.app, locals.actor, params.key, command),
      () => redirect(303, `/${locals.language}/work/events/${params.key}#person`),
      () => planToChange(locals.app.db, locals.actor, params.key),
    ),
};
