import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { blurSchema } from '#features/evidence/media/blur.ts';
import { allowCopy, blurFile, fileToPrepare } from '#features/evidence/server/media/copies.ts';
import { choice, version } from '#forms/fields.ts';
import { translator } from '#i18n/translate.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad } from './$types.js';

type Event = Parameters<PageServerLoad>[0] | Parameters<NonNullable<Actions[string]>>[0];

const placeOf = ({ params }: Pick<Event, 'params'>) => ({
  assessmentId: params.assessment,
  itemId: params.item,
  position: params.position,
});

export const load: PageServerLoad = async ({ locals, params }) => {
  const { app, actor, language } = locals;
  return {
    prepared: await fileToPrepare(app, actor, placeOf({ params })),
    meta: { title: translator(language)('evidence.copy.title'), noindex: true },
  };
};

const itself = ({ url }: Pick<Event, 'url'>) => redirect(303, url.pathname);

export const actions: Actions = {
  blur: (event) =>
    runForm(
      event.request,
      blurSchema,
      (command) =>
        blurFile(event.locals.app, event.locals.actor, placeOf(event), command, event.locals.requestId),
      () => itself(event),
      () => fileToPrepare(event.locals.app, event.locals.actor, placeOf(event)),
    ),
  allow: (event) =>
    runForm(
      event.request,
      z.object({ version: version(), allowed: choice(['yes', 'no']) }),
      ({ allowed, ...command }) =>
        allowCopy(
          event.locals.app,
          event.locals.actor,
          placeOf(event),
          { ...command, allowed: allowed === 'yes' },
          event.locals.requestId,
        ),
      () => itself(event),
      () => fileToPrepare(event.locals.app, event.locals.actor, placeOf(event)),
    ),
};
