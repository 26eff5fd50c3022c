import { redirect } from '@sveltejs/kit';
import type { z } from 'zod';
import { admissionForm, decisionForm, refusalForm } from '#features/disputes/schema.ts';
import { noticeFor, noticeToDecide } from '#features/disputes/server/access.ts';
import { admitDispute, refuseDispute } from '#features/disputes/server/admitting.ts';
import { decideDispute } from '#features/disputes/server/deciding.ts';
import { showDispute } from '#features/disputes/server/work.ts';
import type { Outcome } from '#forms/form.ts';
import { typedFields } from '#forms/parse-form.ts';
import { translator } from '#i18n/translate.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.js';

export const load: PageServerLoad = async ({ locals, params }) => ({
  dispute: await showDispute(locals.app, locals.actor, params.dispute),
  meta: { title: translator(locals.language)('disputes.work.one'), noindex: true },
});

type UseCase<Command> = (event: RequestEvent, command: Command, data: FormData) => Promise<Outcome<null>>;

/** One of the forms about a dispute; afterwards the page shows what became of it. */
function step<Schema extends z.ZodType>(
  schema: Schema,
  use: UseCase<z.output<Schema>>,
  may: (event: RequestEvent) => Promise<unknown>,
) {
  return (event: RequestEvent) =>
    runForm(
      event.request,
      schema,
      (command, data) => use(event, command, data),
      () => redirect(303, `/${event.locals.language}/work/disputes/${event.params.dispute}`),
      () => may(event),
    );
}

const reads = ({ locals: { app, actor }, params }: RequestEvent) => noticeFor(app.db, actor, params.dispute);
const decides = ({ locals: { app, actor }, params }: RequestEvent) =>
  noticeToDecide(app, app.db, actor, params.dispute);

export const actions: Actions = {
  admit: step(
    admissionForm,
    ({ locals: { app, actor, requestId }, params }, command) =>
      admitDispute(app, actor, params.dispute, command, requestId),
    reads,
  ),
  refuse: step(
    refusalForm,
    ({ locals: { app, actor, requestId }, params }, command) =>
      refuseDispute(app, actor, params.dispute, command, requestId),
    reads,
  ),
  decide: step(
    decisionForm,
    ({ locals: { app, actor, requestId }, params }, command, data) =>
      decideDispute(app, actor, params.dispute, { command, typed: typedFields(data) }, requestId),
    decides,
  ),
};
