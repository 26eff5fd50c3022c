import { redirect } from '@sveltejs/kit';
import { answerForm, closeForm, helpedForm } from '#features/experiences/schema.ts';
import {
  answerQuestion,
  closeQuestion,
  memberOf,
  questionOfAsker,
  sayHelped,
  showQuestion,
} from '#features/experiences/server/questions.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.js';

export const load: PageServerLoad = async ({ locals, params }) => {
  const page = await showQuestion(locals.app, locals.actor, params.id);
  return { page, meta: { title: page.question.title, noindex: true } };
};

function back({ locals, params }: RequestEvent): never {
  redirect(303, `/${locals.language}/work/questions/${params.id}`);
}

export const actions: Actions = {
  answer: (event) =>
    runForm(
      event.request,
      answerForm,
      (command) => answerQuestion(event.locals.app, event.locals.actor, event.params.id, command),
      () => back(event),
      () => memberOf(event.locals.actor),
    ),
  close: (event) =>
    runForm(
      event.request,
      closeForm,
      async () => {
        await closeQuestion(event.locals.app, event.locals.actor, event.params.id);
        return { kind: 'done', value: null };
      },
      () => back(event),
      () => questionOfAsker(event.locals.app.db, event.locals.actor, event.params.id),
    ),
  helped: (event) =>
    runForm(
      event.request,
      helpedForm,
      async ({ answer }) => {
        await sayHelped(event.locals.app, event.locals.actor, event.params.id, answer);
        return { kind: 'done', value: null };
      },
      () => back(event),
      () => questionOfAsker(event.locals.app.db, event.locals.actor, event.params.id),
    ),
};
