import { redirect } from '@sveltejs/kit';
import { decideCode, handInCoding, justDone } from '#features/coding/schema.ts';
import { adjudicate } from '#features/coding/server/decide.ts';
import { formOfTask, handIn } from '#features/coding/server/hand-in.ts';
import { showTask, taskToCode, taskToDecide, taskToWrite } from '#features/coding/server/task-page.ts';
import { draftAction } from '#features/work/server/draft-action.ts';
import { translator } from '#i18n/translate.ts';
import { dayOf } from '#server/cache/day.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.js';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const page = await showTask(locals.app, locals.actor, params.task);
  const { priorityNumber, priorityPosition, position } = page.task;
  const title = translator(locals.language)('coding.task.name', {
    priority: priorityNumber ?? String(priorityPosition),
    component: position,
  });
  const { done } = justDone.parse(Object.fromEntries(url.searchParams));
  return { page, title, done, today: dayOf(locals.app.clock()), meta: { title, noindex: true } };
};

function back({ locals, params }: RequestEvent, done: string) {
  return redirect(303, `/${locals.language}/work/coding/${params.task}?done=${done}`);
}

export const actions: Actions = {
  save: (event) => {
    const { app, actor, requestId } = event.locals;
    const { task } = event.params;
    return runForm(
      event.request,
      handInCoding,
      (command) => handIn(app, actor, task, command, requestId),
      ({ isRepeated }) => back(event, isRepeated ? 'repeated' : 'handed-in'),
      () => taskToCode(app, actor, task),
    );
  },
  decide: (event) => {
    const { app, actor, requestId } = event.locals;
    const { task } = event.params;
    return runForm(
      event.request,
      decideCode,
      (command) => adjudicate(app, actor, task, command, requestId),
      () => back(event, 'decided'),
      () => taskToDecide(app, actor, task),
    );
  },
  draft: ({ locals, params, request }) =>
    draftAction(locals, request, formOfTask(params.task), () =>
      taskToWrite(locals.app, locals.actor, params.task),
    ),
};
