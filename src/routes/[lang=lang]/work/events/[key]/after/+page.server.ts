import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { removeForm, textsForm } from '#features/conclusions/schema.ts';
import { planToPublish, planToWrite } from '#features/conclusions/server/access.ts';
import { saveTexts, showAfter } from '#features/conclusions/server/after.ts';
import { publishMore } from '#features/conclusions/server/publish-more.ts';
import { removeConclusion } from '#features/conclusions/server/written.ts';
import { draftAction } from '#features/work/server/draft-action.ts';
import { dropDraft, findDraft } from '#features/work/server/drafts.ts';
import { translator } from '#i18n/translate.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.js';

const formOf = (key: string) => `/work/events/${key}/after`;
const pathOf = ({ locals, params }: RequestEvent) => `/${locals.language}${formOf(params.key)}`;
const mayWrite =
  ({ locals, params }: RequestEvent) =>
  () =>
    planToWrite(locals.app.db, locals.actor, params.key);

export const load: PageServerLoad = async ({ locals, params }) => {
  const page = await showAfter(locals.app, locals.actor, params.key);
  const { minutes, pressRelease, recordingUrl } = page.plan;
  const saved = {
    minutesSq: minutes.sq ?? '',
    minutesEn: minutes.en ?? '',
    pressReleaseSq: pressRelease.sq ?? '',
    pressReleaseEn: pressRelease.en ?? '',
    recordingUrl,
  };
  return {
    page,
    state: (await findDraft(locals.app, locals.actor, formOf(params.key))) ?? { fields: saved, faults: [] },
    meta: { title: translator(locals.language)('after.title'), noindex: true },
  };
};

export const actions: Actions = {
  save: (event) =>
    runForm(
      event.request,
      textsForm,
      (command) => saveTexts(event.locals.app, event.locals.actor, event.params.key, command),
      async () => {
        await dropDraft(event.locals.app.db, event.locals.actor, formOf(event.params.key));
        redirect(303, `${pathOf(event)}#texts`);
      },
      mayWrite(event),
    ),
  draft: (event) => draftAction(event.locals, event.request, formOf(event.params.key), mayWrite(event)),
  remove: (event) =>
    runForm(
      event.request,
      removeForm,
      ({ conclusion }) =>
        removeConclusion(event.locals.app, event.locals.actor, event.params.key, conclusion),
      () => redirect(303, `${pathOf(event)}#conclusions`),
      mayWrite(event),
    ),
  publish: (event) =>
    runForm(
      event.request,
      z.object({}),
      () => publishMore(event.locals.app, event.locals.actor, event.params.key),
      () => redirect(303, pathOf(event)),
      () => planToPublish(event.locals.app.db, event.locals.actor, event.params.key),
    ),
};
