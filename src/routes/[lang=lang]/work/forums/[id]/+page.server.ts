import { redirect } from '@sveltejs/kit';
import { historyOf } from '#features/audit/server/service.ts';
import { attendanceForm, lotForm } from '#features/forums/schema.ts';
import { drawLots } from '#features/forums/server/draw.ts';
import { planToWork, showPlan, takePriorities } from '#features/forums/server/plans.ts';
import {
  announceForum,
  endForum,
  noteAttendance,
  publishAnswersTogether,
  startForum,
} from '#features/forums/server/stages.ts';
import { typedFields } from '#forms/parse-form.ts';
import { translator } from '#i18n/translate.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.js';

export const load: PageServerLoad = async ({ locals, params }) => {
  const page = await showPlan(locals.app, locals.actor, params.id);
  const title = translator(locals.language)('forum.one', { municipality: page.plan.municipalityName });
  return {
    ...page,
    history: await historyOf(locals.app, locals.actor, { kind: 'forum', id: params.id }),
    title,
    meta: { title, noindex: true },
  };
};

function back({ locals, params }: RequestEvent): never {
  redirect(303, `/${locals.language}/work/forums/${params.id}`);
}

function mayWork({ locals, params }: RequestEvent) {
  return planToWork(locals.app.db, locals.actor, params.id);
}

type Step = (app: App.Locals['app'], actor: App.Locals['actor'], id: string) => Promise<unknown>;

/** A button that needs nothing typed. */
function press(step: Step) {
  return async (event: RequestEvent) => {
    await step(event.locals.app, event.locals.actor, event.params.id);
    back(event);
  };
}

export const actions: Actions = {
  take: press(takePriorities),
  announce: press(announceForum),
  start: press(startForum),
  end: press(endForum),
  publish: press(publishAnswersTogether),
  draw: (event) =>
    runForm(
      event.request,
      lotForm,
      (command, data) =>
        drawLots(event.locals.app, event.locals.actor, event.params.id, {
          command,
          fields: typedFields(data),
        }),
      () => back(event),
      () => mayWork(event),
    ),
  attend: (event) =>
    runForm(
      event.request,
      attendanceForm,
      async (command) => {
        await noteAttendance(event.locals.app, event.locals.actor, event.params.id, command);
        return { kind: 'done', value: null };
      },
      () => back(event),
      () => mayWork(event),
    ),
};
