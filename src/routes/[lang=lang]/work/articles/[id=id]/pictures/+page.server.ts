import { redirect } from '@sveltejs/kit';
import { newPicture, pictureChoice, pictureWords } from '#features/articles/schema.ts';
import { draftToWrite } from '#features/articles/server/access.ts';
import { showDraft } from '#features/articles/server/drafts.ts';
import { addPicture, describePicture, removePicture } from '#features/articles/server/pictures.ts';
import { translator } from '#i18n/translate.ts';
import { bytesOfFile } from '#server/forms/files-of-form.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.js';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { app, actor, language } = locals;
  await draftToWrite(app.db, actor, params.id);
  return {
    /** Id of the picture whose words are changed. */
    words: url.searchParams.get('words'),
    shown: await showDraft(app, actor, params.id),
    meta: { title: translator(language)('article.picture.title'), noindex: true },
  };
};

const mayWrite = ({ locals, params }: RequestEvent) => draftToWrite(locals.app.db, locals.actor, params.id);

function back({ locals, params }: RequestEvent): never {
  redirect(303, `/${locals.language}/work/articles/${params.id}/pictures`);
}

export const actions: Actions = {
  save: (event) =>
    runForm(
      event.request,
      newPicture,
      async (command, data) => {
        const bytes = (await bytesOfFile(data, 'photo')) ?? [];
        return addPicture(event.locals.app, event.locals.actor, event.params.id, { ...command, bytes });
      },
      () => back(event),
      () => mayWrite(event),
    ),
  words: (event) =>
    runForm(
      event.request,
      pictureWords,
      (command) => describePicture(event.locals.app, event.locals.actor, event.params.id, command),
      () => back(event),
      () => mayWrite(event),
    ),
  remove: (event) =>
    runForm(
      event.request,
      pictureChoice,
      ({ picture }) => removePicture(event.locals.app, event.locals.actor, event.params.id, picture),
      () => back(event),
      () => mayWrite(event),
    ),
};
