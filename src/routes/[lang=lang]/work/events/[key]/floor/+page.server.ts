import { redirect } from '@sveltejs/kit';
import type { z } from 'zod';
import {
  floorForm,
  orderForm,
  pollForm,
  pollStepForm,
  turnStepForm,
  verdictForm,
} from '#features/floor/schema.ts';
import {
  gatheringToModerate,
  judgeQuestion,
  setFloor,
  setOrder,
  showFloorWork,
} from '#features/floor/server/moderating.ts';
import { addPoll, stepPoll } from '#features/floor/server/polls.ts';
import { stepTurn } from '#features/floor/server/turns.ts';
import { markOfWork } from '#features/floor/server/work-mark.ts';
import type { Outcome } from '#forms/form.ts';
import { translator } from '#i18n/translate.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.js';

export const load: PageServerLoad = async ({ locals, params }) => {
  const work = await showFloorWork(locals.app, locals.actor, params.key);
  return {
    work,
    mark: markOfWork(work),
    meta: { title: translator(locals.language)('floor.work'), noindex: true },
  };
};

type UseCase<Command> = (
  app: App.Locals['app'],
  actor: App.Locals['actor'],
  key: string,
  command: Command,
) => Promise<Outcome<unknown>>;

/** One of the moderator's small forms; afterwards the page is at its part. */
function small<Schema extends z.ZodType>(schema: Schema, part: string, use: UseCase<z.output<Schema>>) {
  return ({ locals, params, request }: RequestEvent) =>
    runForm(
      request,
      schema,
      (command) => use(locals.app, locals.actor, params.key, command),
      () => redirect(303, `/${locals.language}/work/events/${params.key}/floor#${part}`),
      () => gatheringToModerate(locals.app.db, locals.actor, params.key),
    );
}

export const actions: Actions = {
  floor: small(floorForm, 'queue', (app, actor, key, { step }) => setFloor(app, actor, key, step === 'open')),
  order: small(orderForm, 'queue', (app, actor, key, { order }) => setOrder(app, actor, key, order)),
  judge: small(verdictForm, 'waiting', judgeQuestion),
  turn: small(turnStepForm, 'queue', stepTurn),
  poll: small(pollForm, 'polls', addPoll),
  'step-poll': small(pollStepForm, 'polls', stepPoll),
};
