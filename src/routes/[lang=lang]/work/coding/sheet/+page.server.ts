import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { beginSheet, importCodings, tryCodings } from '#features/coding/server/sheet/import-codings.ts';
import { parseForm } from '#forms/parse-form.ts';
import { translator } from '#i18n/translate.ts';
import { faultsOfFiles } from '#server/forms/files-of-form.ts';
import { carriedRows } from '#server/spreadsheet/carried-rows.ts';
import type { Actions, PageServerLoad } from './$types.js';

/** The lines that the look at the file carried on in the form. */
const carried = z.object({ rows: carriedRows });

export const load: PageServerLoad = async ({ locals, url }) => ({
  ...(await beginSheet(locals.app, locals.actor)),
  isKept: url.searchParams.has('kept'),
  meta: { title: translator(locals.language)('coding.sheet.title'), noindex: true },
});

export const actions: Actions = {
  check: async ({ locals, request }) => {
    await beginSheet(locals.app, locals.actor);
    const data = await request.formData();
    if (faultsOfFiles(request, data).length > 0)
      return fail(413, { outcome: { kind: 'unreadable', why: 'too-large' } as const });
    const sent = data.get('file');
    const bytes = Buffer.from(sent instanceof File ? await sent.arrayBuffer() : new ArrayBuffer(0));
    const outcome = await tryCodings(locals.app, locals.actor, bytes);
    return outcome.kind === 'sound' ? { outcome } : fail(400, { outcome });
  },
  keep: async ({ locals, request }) => {
    await beginSheet(locals.app, locals.actor);
    const parsed = parseForm(carried, await request.formData());
    if (parsed.kind === 'refused')
      return fail(400, { outcome: { kind: 'unreadable', why: 'broken' } as const });
    const outcome = await importCodings(locals.app, locals.actor, parsed.command.rows);
    if (outcome.kind !== 'sound') return fail(400, { outcome });
    redirect(303, `/${locals.language}/work/coding/sheet?kept`);
  },
};
