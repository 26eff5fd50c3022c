import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { assessmentToGather } from '#features/evidence/server/access.ts';
import { beginItemSheet, importItems, tryItems } from '#features/evidence/server/sheet/import-items.ts';
import { readHandedIn } from '#features/evidence/server/sheet/handed-in.ts';
import { findSentFiles } from '#features/evidence/server/sheet/sent-files.ts';
import { id } from '#forms/fields.ts';
import { parseForm } from '#forms/parse-form.ts';
import { translator } from '#i18n/translate.ts';
import { carriedRows } from '#server/spreadsheet/carried-rows.ts';
import type { Actions, PageServerLoad } from './$types.js';

/** What the look at the file carried on in the form. */
const carried = z.object({ rows: carriedRows, batch: id() });

export const load: PageServerLoad = async ({ locals, params, url }) => ({
  ...(await beginItemSheet(locals.app, locals.actor, params.assessment)),
  isKept: url.searchParams.has('kept'),
  meta: { title: translator(locals.language)('evidence.sheet.title'), noindex: true },
});

export const actions: Actions = {
  check: async ({ locals, params, request }) => {
    const { app, actor, language } = locals;
    await assessmentToGather(app.db, actor, params.assessment);
    const given = await readHandedIn(app, actor, request);
    if (given.kind === 'unreadable') return fail(given.why === 'too-much' ? 413 : 400, { outcome: given });
    const outcome = await tryItems(app, actor, params.assessment, { ...given, language });
    return outcome.kind === 'sound' ? { outcome } : fail(400, { outcome });
  },
  keep: async ({ locals, params, request }) => {
    const { app, actor, language, requestId } = locals;
    await assessmentToGather(app.db, actor, params.assessment);
    const data = await request.formData();
    const parsed = parseForm(carried, data);
    const sent = await findSentFiles(app, actor, data.getAll('sent'));
    if (parsed.kind === 'refused')
      return fail(400, {
        outcome: { kind: 'unreadable', why: 'broken', rows: undefined, sent: [] } as const,
      });
    const given = { ...parsed.command, sent, language };
    const outcome = await importItems(app, actor, params.assessment, given, requestId);
    if (outcome.kind !== 'sound') return fail(400, { outcome });
    redirect(303, `/${language}/work/evidence/${params.assessment}/sheet?kept`);
  },
};
