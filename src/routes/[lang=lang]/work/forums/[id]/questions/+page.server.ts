import { redirect } from '@sveltejs/kit';
import type { z } from 'zod';
import { mayWorkOnForums } from '#features/forums/policy.ts';
import { moderationForm, replyForm, votesForm } from '#features/forums/schema.ts';
import { planToPublish, planToWork } from '#features/forums/server/plans.ts';
import { countVotes, moderateQuestion, saveReply, showQuestions } from '#features/forums/server/questions.ts';
import type { Outcome } from '#forms/form.ts';
import { translator } from '#i18n/translate.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.js';

export const load: PageServerLoad = async ({ locals, params }) => {
  const page = await showQuestions(locals.app, locals.actor, params.id);
  return {
    page,
    mayWork: mayWorkOnForums(locals.actor, page.plan.municipalityId),
    meta: { title: translator(locals.language)('forum.questions'), noindex: true },
  };
};

type UseCase<Command> = (
  app: App.Locals['app'],
  actor: App.Locals['actor'],
  planId: string,
  command: Command,
) => Promise<Outcome<null>>;

/** One of the small forms of a question; afterwards the page is at that question. */
function small<Schema extends z.ZodType<{ question: string }>>(
  schema: Schema,
  use: UseCase<z.output<Schema>>,
  may: typeof planToWork = planToWork,
) {
  return ({ locals, params, request }: RequestEvent) =>
    runForm(
      request,
      schema,
      async (command) => {
        const outcome = await use(locals.app, locals.actor, params.id, command);
        return outcome.kind === 'done' ? { kind: 'done', value: command.question } : outcome;
      },
      (question) =>
        redirect(303, `/${locals.language}/work/forums/${params.id}/questions#question-${question}`),
      () => may(locals.app.db, locals.actor, params.id),
    );
}

export const actions: Actions = {
  moderate: small(moderationForm, moderateQuestion, planToPublish),
  votes: small(votesForm, countVotes),
  reply: small(replyForm, saveReply),
};
