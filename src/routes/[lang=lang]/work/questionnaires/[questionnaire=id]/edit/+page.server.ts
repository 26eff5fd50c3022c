import { redirect } from '@sveltejs/kit';
import {
  changedQuestionnaire,
  questionStep,
  typedOf,
  typedQuestion,
} from '#features/questionnaires/schema.ts';
import {
  changeQuestionnaire,
  questionnaireToRun,
  saveQuestion,
  showQuestionnaire,
  stepQuestion,
  wordsOf,
} from '#features/questionnaires/server/work.ts';
import { draftAction } from '#features/work/server/draft-action.ts';
import { dropDraft, findDraft } from '#features/work/server/drafts.ts';
import { pickText } from '#i18n/languages.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad } from './$types.js';

function formOf(id: string): string {
  return `/work/questionnaires/${id}/edit`;
}

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { app, actor, language } = locals;
  await questionnaireToRun(app.db, actor, params.questionnaire);
  const { questionnaire, sessions } = await showQuestionnaire(app, actor, params.questionnaire);
  const edited = questionnaire.questions.find(({ id }) => id === url.searchParams.get('question'));
  return {
    questionnaire,
    sessions,
    words: wordsOf(questionnaire),
    edited: edited ? typedOf(edited) : null,
    draft: await findDraft(app, actor, formOf(params.questionnaire)),
    meta: { title: pickText(questionnaire.title, language), noindex: true },
  };
};

export const actions: Actions = {
  save: ({ locals, params, request }) =>
    runForm(
      request,
      changedQuestionnaire,
      (command) =>
        changeQuestionnaire(locals.app, locals.actor, params.questionnaire, command, locals.requestId),
      async () => {
        await dropDraft(locals.app.db, locals.actor, formOf(params.questionnaire));
        redirect(303, `../${params.questionnaire}`);
      },
    ),
  question: ({ locals, params, request }) =>
    runForm(
      request,
      typedQuestion,
      (command) => saveQuestion(locals.app, locals.actor, params.questionnaire, command, locals.requestId),
      () => redirect(303, 'edit#questions'),
    ),
  step: ({ locals, params, request }) =>
    runForm(
      request,
      questionStep,
      (command) => stepQuestion(locals.app, locals.actor, params.questionnaire, command, locals.requestId),
      () => redirect(303, 'edit#questions'),
    ),
  draft: ({ locals, params, request }) =>
    draftAction(locals, request, formOf(params.questionnaire), () =>
      questionnaireToRun(locals.app.db, locals.actor, params.questionnaire),
    ),
};
