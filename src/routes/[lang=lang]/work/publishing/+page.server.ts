import { publicationFilter, publishNow } from '#features/publishing/schema.ts';
import { listPublications } from '#features/publishing/server/list.ts';
import { publishRound } from '#features/publishing/server/runs.ts';
import { queryOf } from '#i18n/query.ts';
import { translator } from '#i18n/translate.ts';
import { notFound } from '#server/errors.ts';
import { runForm } from '#server/forms/run-form.ts';
import { redirect } from '@sveltejs/kit';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, url }) => ({
  page: await listPublications(locals.app, locals.actor, publicationFilter.parse(queryOf(url.searchParams))),
  meta: { title: translator(locals.language)('publishing.title'), noindex: true },
});

export const actions: Actions = {
  publish: async ({ locals, request, url }) => {
    const { app, actor, language } = locals;
    const { round } = await listPublications(app, actor, publicationFilter.parse(queryOf(url.searchParams)));
    if (!round) throw notFound('a round to publish');
    return runForm(
      request,
      publishNow,
      (command) => publishRound(app, actor, round.id, command),
      ({ run }) => redirect(303, `/${language}/work/publishing/runs/${run}`),
    );
  },
};
