import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { floorQuery } from '#features/floor/notes.ts';
import { supportForm, voteForm } from '#features/floor/schema.ts';
import { leaveQueue, supportAtFloor, voteAtFloor } from '#features/floor/server/audience.ts';
import { viewFloor } from '#features/floor/server/view.ts';
import { passCookie } from '#features/registration/pass-cookie.ts';
import { pickText } from '#i18n/languages.ts';
import { queryOf, withQuery } from '#i18n/query.ts';
import { translator } from '#i18n/translate.ts';
import { runForm } from '#server/forms/run-form.ts';
import { markOf } from '#server/http/browser-mark.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types.js';

export const load: PageServerLoad = async ({ locals, params, url, setHeaders }) => {
  const floor = await viewFloor(locals.app, params.key);
  const notes = floorQuery.parse(queryOf(url.searchParams));
  // Under its mark the page is the same for everyone, and drawn once; without, it changes from one moment to the next.
  if (notes.at !== floor.mark || notes.done || notes.counted) setHeaders({ 'cache-control': 'no-store' });
  return {
    floor,
    notes,
    meta: {
      title: `${translator(locals.language)('floor.title')}: ${pickText(floor.title, locals.language)}`,
      noindex: true,
    },
  };
};

function senderOf({ locals, cookies, getClientAddress }: RequestEvent) {
  return { address: getClientAddress(), browser: markOf(cookies, locals.app) };
}

const voterOf = (event: RequestEvent) => ({ ...senderOf(event), pass: event.cookies.get(passCookie) ?? '' });

const pathOf = ({ locals, params }: RequestEvent) => `/${locals.language}/events/${params.key}/floor`;

export const actions: Actions = {
  support: (event) =>
    runForm(
      event.request,
      supportForm,
      ({ question }) => supportAtFloor(event.locals.app, senderOf(event), event.params.key, question),
      (counted) => {
        const { item } = floorQuery.parse(queryOf(event.url.searchParams));
        redirect(303, `${withQuery(pathOf(event), { item, counted })}#question-${counted}`);
      },
    ),
  vote: (event) =>
    runForm(
      event.request,
      voteForm,
      (command) => voteAtFloor(event.locals.app, voterOf(event), event.params.key, command),
      () => redirect(303, `${pathOf(event)}?done=voted`),
    ),
  leave: (event) =>
    runForm(
      event.request,
      z.object({}),
      async () => {
        await leaveQueue(event.locals.app, markOf(event.cookies, event.locals.app), event.params.key);
        return { kind: 'done', value: null };
      },
      () => redirect(303, `${pathOf(event)}?done=left`),
    ),
};
