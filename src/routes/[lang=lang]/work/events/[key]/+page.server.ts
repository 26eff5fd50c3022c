import { redirect } from '@sveltejs/kit';
import { rowForm } from '#features/events/plan-schema.ts';
import { leaveEvent, reopenEvent } from '#features/events/server/corrections.ts';
import { removePart } from '#features/events/server/remove-part.ts';
import { planToChange } from '#features/events/server/plans.ts';
import { announceEvent, publishEvent } from '#features/events/server/stages.ts';
import { showPlan } from '#features/events/server/work.ts';
import { pickText } from '#i18n/languages.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.js';

export const load: PageServerLoad = async ({ locals, params }) => {
  const page = await showPlan(locals.app, locals.actor, params.key);
  return { page, meta: { title: pickText(page.plan.title, locals.language), noindex: true } };
};

function back({ locals, params }: RequestEvent, part = ''): never {
  redirect(303, `/${locals.language}/work/events/${params.key}${part && `#${part}`}`);
}

/** A button that needs nothing typed. */
function press(step: typeof announceEvent) {
  return async (event: RequestEvent) => {
    await step(event.locals.app, event.locals.actor, event.params.key);
    back(event);
  };
}

function remove(part: Parameters<typeof removePart>[3]) {
  return (event: RequestEvent) =>
    runForm(
      event.request,
      rowForm,
      ({ row }) => removePart(event.locals.app, event.locals.actor, event.params.key, part, row),
      () => back(event, part),
      () => planToChange(event.locals.app.db, event.locals.actor, event.params.key),
    );
}

export const actions: Actions = {
  announce: press(announceEvent),
  publish: press(publishEvent),
  reopen: press(reopenEvent),
  leave: press(leaveEvent),
  'remove-item': remove('item'),
  'remove-person': remove('person'),
  'remove-municipality': remove('municipality'),
  'remove-party': remove('party'),
  'remove-document': remove('document'),
};
