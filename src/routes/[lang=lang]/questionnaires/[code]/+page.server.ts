import { randomUUID } from 'node:crypto';
import { redirect } from '@sveltejs/kit';
import { filledIn } from '#features/questionnaires/schema.ts';
import { answerOnline, openQuestionnaire } from '#features/questionnaires/server/answering.ts';
import { typedFields } from '#forms/parse-form.ts';
import { pickText } from '#i18n/languages.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params, setHeaders, url }) => {
  const { questionnaire, stage } = await openQuestionnaire(locals.app, params.code);
  // Every form that is handed out has a number of its own.
  setHeaders({ 'cache-control': 'no-store' });
  const { code, municipality, organisation, title, purpose, questions, opensOn, closesOn, publishedOn } =
    questionnaire;
  return {
    asked: { code, municipality, organisation, title, purpose, questions, opensOn, closesOn, publishedOn },
    stage,
    token: randomUUID(),
    isSent: url.searchParams.has('sent'),
    meta: { title: pickText(title, locals.language), noindex: true },
  };
};

export const actions: Actions = {
  default: ({ locals, params, request, getClientAddress }) =>
    runForm(
      request,
      filledIn,
      ({ token, 'leave-empty': trap }, data) => {
        const sent = { token, trap, typed: typedFields(data), address: getClientAddress() };
        return answerOnline(locals.app, params.code, sent);
      },
      () => redirect(303, `${params.code}?sent`),
    ),
};
