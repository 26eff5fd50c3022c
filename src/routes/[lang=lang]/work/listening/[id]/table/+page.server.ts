import { redirect } from '@sveltejs/kit';
import { rowFields, rowsOnPage } from '#features/listening/need-table.ts';
import { sessionToRecord } from '#features/listening/server/access.ts';
import { draftAction } from '#features/work/server/draft-action.ts';
import { saveTable, tableFields } from '#features/listening/server/need-table.ts';
import { showNeeds } from '#features/listening/server/needs.ts';
import { findDraft } from '#features/work/server/drafts.ts';
import { translator } from '#i18n/translate.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad } from './$types.js';

const formOf = (id: string) => `/work/listening/${id}/table`;

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { app, actor, language } = locals;
  await sessionToRecord(app.db, actor, params.id);
  const [shown, draft] = await Promise.all([
    showNeeds(app, actor, params.id),
    findDraft(app, actor, formOf(params.id)),
  ]);
  const page = Math.max(1, Number(/^\d{1,3}$/.exec(url.searchParams.get('page') ?? '')?.[0] ?? 1));
  const first = (page - 1) * rowsOnPage;
  const needs = shown.needs.slice(first, first + rowsOnPage);
  return {
    shown,
    draft,
    page,
    pages: Math.max(1, Math.ceil(shown.needs.length / rowsOnPage)),
    fields: Object.fromEntries(needs.flatMap((need, row) => Object.entries(rowFields(row, need)))),
    meta: { title: translator(language)('listening.needs.edit'), noindex: true },
  };
};

export const actions: Actions = {
  save: ({ locals, params, request, url }) =>
    runForm(
      request,
      tableFields,
      (fields) => saveTable(locals.app, locals.actor, params.id, fields, locals.requestId),
      () => {
        const page = url.searchParams.get('page');
        const path = `/${locals.language}/work/listening/${params.id}`;
        redirect(303, page && /^\d+$/.test(page) ? `${path}/table?page=${page}` : `${path}/needs`);
      },
    ),
  draft: ({ locals, params, request }) =>
    draftAction(locals, request, formOf(params.id), () =>
      sessionToRecord(locals.app.db, locals.actor, params.id),
    ),
};
