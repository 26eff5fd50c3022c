import { redirect } from '@sveltejs/kit';
import { sessionToRecord } from '#features/listening/server/access.ts';
import { newNeeds } from '#features/listening/schema.ts';
import { draftAction } from '#features/work/server/draft-action.ts';
import { addNeeds, showNeeds } from '#features/listening/server/needs.ts';
import { findDraft } from '#features/work/server/drafts.ts';
import { queryOf, withQuery } from '#i18n/query.ts';
import { translator } from '#i18n/translate.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad } from './$types.js';

const formOf = (id: string) => `/work/listening/${id}/needs`;
/** What was chosen beside the lines stays chosen for the next ones. */
const kept = ['field', 'unit', 'place', 'speaker', 'language'] as const;

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { app, actor, language } = locals;
  const [shown, draft] = await Promise.all([
    showNeeds(app, actor, params.id),
    findDraft(app, actor, formOf(params.id)),
  ]);
  const query = queryOf(url.searchParams);
  return {
    shown,
    draft,
    kept: Object.fromEntries(kept.flatMap((name) => (query[name] ? [[name, query[name]]] : []))),
    added: Number(/^\d{1,4}$/.exec(query['added'] ?? '')?.[0] ?? 0),
    meta: { title: translator(language)('listening.needs.title'), noindex: true },
  };
};

export const actions: Actions = {
  save: ({ locals, params, request }) =>
    runForm(
      request,
      newNeeds,
      async (command) => {
        const outcome = await addNeeds(locals.app, locals.actor, params.id, command, locals.requestId);
        return outcome.kind === 'done' ? { ...outcome, value: { ...outcome.value, command } } : outcome;
      },
      ({ added, command }) => {
        const chosen = Object.fromEntries(kept.map((name) => [name, command[name] ?? undefined]));
        const path = `/${locals.language}/work/listening/${params.id}/needs`;
        redirect(303, `${withQuery(path, { ...chosen, added })}#lines`);
      },
      () => sessionToRecord(locals.app.db, locals.actor, params.id),
    ),
  draft: ({ locals, params, request }) =>
    draftAction(locals, request, formOf(params.id), () =>
      sessionToRecord(locals.app.db, locals.actor, params.id),
    ),
};
