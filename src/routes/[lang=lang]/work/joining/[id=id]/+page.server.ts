import { redirect } from '@sveltejs/kit';
import type { z } from 'zod';
import { acceptForm, askForm, declineForm, emptyForm } from '#features/joining/schema.ts';
import { acceptApplication, inviteApplicant } from '#features/joining/server/accepting.ts';
import {
  applicationFor,
  askBack,
  declineApplication,
  showApplication,
} from '#features/joining/server/reviewing.ts';
import type { Outcome } from '#forms/form.ts';
import { translator } from '#i18n/translate.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.js';

export const load: PageServerLoad = async ({ locals, params }) => ({
  review: await showApplication(locals.app, locals.actor, params.id),
  meta: { title: translator(locals.language)('joining.one'), noindex: true },
});

/** One of the forms about an application; afterwards the page shows what became of it. */
function step<Schema extends z.ZodType>(
  schema: Schema,
  use: (event: RequestEvent, command: z.output<Schema>) => Promise<Outcome<null>>,
) {
  return (event: RequestEvent) =>
    runForm(
      event.request,
      schema,
      (command) => use(event, command),
      () => redirect(303, `/${event.locals.language}/work/joining/${event.params.id}`),
      () => applicationFor(event.locals.app.db, event.locals.actor, event.params.id),
    );
}

export const actions: Actions = {
  ask: step(askForm, ({ locals: { app, actor }, params }, command) =>
    askBack(app, actor, params.id, command),
  ),
  accept: step(acceptForm, ({ locals: { app, actor, requestId }, params }, command) =>
    acceptApplication(app, actor, params.id, command, requestId),
  ),
  decline: step(declineForm, ({ locals: { app, actor }, params }, command) =>
    declineApplication(app, actor, params.id, command),
  ),
  invite: step(emptyForm, ({ locals: { app, actor, requestId }, params }) =>
    inviteApplicant(app, actor, params.id, requestId),
  ),
};
