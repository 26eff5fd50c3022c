import { redirect } from '@sveltejs/kit';
import type { Outcome } from '#forms/form.ts';
import { photoForm, photoStepForm } from '#features/conclusions/schema.ts';
import { planToPublish, planToWrite } from '#features/conclusions/server/access.ts';
import { showAfter } from '#features/conclusions/server/after.ts';
import { addPhoto, removePhoto, withdrawPhoto } from '#features/conclusions/server/photos.ts';
import { translator } from '#i18n/translate.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.js';

export const load: PageServerLoad = async ({ locals, params }) => ({
  page: await showAfter(locals.app, locals.actor, params.key),
  meta: { title: translator(locals.language)('after.photos'), noindex: true },
});

const pathOf = ({ locals, params }: RequestEvent) =>
  `/${locals.language}/work/events/${params.key}/after/photos`;

type Step = (
  app: App.Locals['app'],
  actor: App.Locals['actor'],
  key: string,
  photo: string,
) => Promise<Outcome<null>>;

function step(use: Step, may: typeof planToWrite) {
  return (event: RequestEvent) =>
    runForm(
      event.request,
      photoStepForm,
      ({ photo }) => use(event.locals.app, event.locals.actor, event.params.key, photo),
      () => redirect(303, pathOf(event)),
      () => may(event.locals.app.db, event.locals.actor, event.params.key),
    );
}

export const actions: Actions = {
  save: (event) =>
    runForm(
      event.request,
      photoForm,
      async (command, data) => {
        const file = data.get('photo');
        const bytes = file instanceof File ? new Uint8Array(await file.arrayBuffer()) : new Uint8Array();
        const { app, actor } = event.locals;
        return addPhoto(app, actor, event.params.key, { ...command, bytes: [bytes] });
      },
      () => redirect(303, pathOf(event)),
      () => planToWrite(event.locals.app.db, event.locals.actor, event.params.key),
    ),
  remove: step(removePhoto, planToWrite),
  withdraw: step(withdrawPhoto, planToPublish),
};
