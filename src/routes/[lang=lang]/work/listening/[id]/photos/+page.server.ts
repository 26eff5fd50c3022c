import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { id } from '#forms/fields.ts';
import { sessionToPublish, sessionToRecord } from '#features/listening/server/access.ts';
import { addPhoto, newPhoto, removePhoto } from '#features/listening/server/photos.ts';
import { showSession } from '#features/listening/server/sessions.ts';
import { withdrawPhoto } from '#features/listening/server/withdrawing.ts';
import { translator } from '#i18n/translate.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { app, actor, language } = locals;
  await sessionToRecord(app.db, actor, params.id);
  const shown = await showSession(app, actor, params.id);
  return { shown, meta: { title: translator(language)('listening.photo.title'), noindex: true } };
};

export const actions: Actions = {
  save: ({ locals, params, request }) =>
    runForm(
      request,
      newPhoto,
      async (command, data) => {
        const file = data.get('photo');
        const bytes = file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array();
        return addPhoto(
          locals.app,
          locals.actor,
          params.id,
          { ...command, bytes: [bytes] },
          locals.requestId,
        );
      },
      () => redirect(303, `/${locals.language}/work/listening/${params.id}/photos`),
    ),
  withdraw: ({ locals, params, request }) =>
    runForm(
      request,
      z.object({ photo: id() }),
      ({ photo }) => withdrawPhoto(locals.app, locals.actor, params.id, photo, locals.requestId),
      () => redirect(303, `/${locals.language}/work/listening/${params.id}/photos`),
      () => sessionToPublish(locals.app.db, locals.actor, params.id),
    ),
  remove: ({ locals, params, request }) =>
    runForm(
      request,
      z.object({ photo: id() }),
      ({ photo }) => removePhoto(locals.app, locals.actor, params.id, photo, locals.requestId),
      () => redirect(303, `/${locals.language}/work/listening/${params.id}/photos`),
    ),
};
