import { redirect } from '@sveltejs/kit';
import { publishWords, saveWords } from '#features/reports/schema.ts';
import { previewReport } from '#features/reports/server/preview.ts';
import { subjectToWrite } from '#features/reports/server/subject.ts';
import { publishReportWords, saveReportWords, showWriting } from '#features/reports/server/writing.ts';
import { draftAction } from '#features/work/server/draft-action.ts';
import { translator } from '#i18n/translate.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad } from './$types.js';

interface Address {
  mandate: string;
  number: string;
  place: string;
}

function formOf({ mandate, number, place }: Address): string {
  return `/work/reports/${mandate}/${number}/${place}`;
}

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { app, actor, language } = locals;
  const page = await showWriting(app, actor, params, formOf(params));
  const t = translator(language);
  const name = page.municipality?.name ?? t('reports.network');
  return {
    page,
    preview: page.isPublic ? await previewReport(app, actor, params) : null,
    told: url.searchParams.has('saved')
      ? ('saved' as const)
      : url.searchParams.has('published')
        ? ('published' as const)
        : null,
    meta: { title: `${t('reports.work.write')}: ${name}`, noindex: true },
  };
};

export const actions: Actions = {
  save: ({ locals, params, request }) =>
    runForm(
      request,
      saveWords,
      (command) =>
        saveReportWords(locals.app, locals.actor, params, command, {
          form: formOf(params),
          requestId: locals.requestId,
        }),
      () => redirect(303, `/${locals.language}${formOf(params)}?saved`),
      () => subjectToWrite(locals.app, locals.actor, params),
    ),
  draft: ({ locals, params, request }) =>
    draftAction(locals, request, formOf(params), () => subjectToWrite(locals.app, locals.actor, params)),
  publish: ({ locals, params, request }) =>
    runForm(
      request,
      publishWords,
      (command) => publishReportWords(locals.app, locals.actor, params, command, locals.requestId),
      () => redirect(303, `/${locals.language}${formOf(params)}?published`),
      () => subjectToWrite(locals.app, locals.actor, params),
    ),
};
