import { redirect } from '@sveltejs/kit';
import {
  letterAnswerForm,
  publishForm,
  renameForm,
  reviewForm,
  sendBackForm,
} from '#features/articles/schema.ts';
import { draftToPublish, draftToWrite } from '#features/articles/server/access.ts';
import { showDraft } from '#features/articles/server/drafts.ts';
import { addLetterAnswer } from '#features/articles/server/letter-answers.ts';
import { renameArticle } from '#features/articles/server/rename-article.ts';
import { approve, handIn, sendBack } from '#features/articles/server/review.ts';
import { callOffArticle, publishArticle } from '#features/articles/server/schedule.ts';
import { historyOf } from '#features/audit/server/service.ts';
import { pickText } from '#i18n/languages.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.js';

export const load: PageServerLoad = async ({ locals, params }) => {
  const shown = await showDraft(locals.app, locals.actor, params.id);
  const title = pickText(shown.draft.content.title, shown.draft.content.language);
  return {
    shown,
    title,
    history: await historyOf(locals.app, locals.actor, { kind: 'article', id: params.id }),
    meta: { title, noindex: true },
  };
};

function back({ locals, params }: RequestEvent): never {
  redirect(303, `/${locals.language}/work/articles/${params.id}`);
}

const mayPublish = ({ locals, params }: RequestEvent) =>
  draftToPublish(locals.app.db, locals.actor, params.id);

export const actions: Actions = {
  handIn: async (event) => {
    const { app, actor } = event.locals;
    await draftToWrite(app.db, actor, event.params.id);
    await handIn(app, actor, event.params.id);
    back(event);
  },
  callOff: async (event) => {
    await callOffArticle(event.locals.app, event.locals.actor, event.params.id);
    back(event);
  },
  approve: (event) =>
    runForm(
      event.request,
      reviewForm,
      ({ contentVersion }) => approve(event.locals.app, event.locals.actor, event.params.id, contentVersion),
      () => back(event),
      () => mayPublish(event),
    ),
  sendBack: (event) =>
    runForm(
      event.request,
      sendBackForm,
      ({ note }) => sendBack(event.locals.app, event.locals.actor, event.params.id, note),
      () => back(event),
      () => mayPublish(event),
    ),
  publish: (event) =>
    runForm(
      event.request,
      publishForm,
      (command) => publishArticle(event.locals.app, event.locals.actor, event.params.id, command),
      () => back(event),
      () => mayPublish(event),
    ),
  rename: (event) =>
    runForm(
      event.request,
      renameForm,
      ({ key }) => renameArticle(event.locals.app, event.locals.actor, event.params.id, key),
      () => back(event),
      () => mayPublish(event),
    ),
  answer: (event) =>
    runForm(
      event.request,
      letterAnswerForm,
      (command) => addLetterAnswer(event.locals.app, event.locals.actor, event.params.id, command),
      () => back(event),
      () => mayPublish(event),
    ),
};
