import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { beginCard } from '#features/cards/server/entry.ts';
import { importCards, tryCards } from '#features/cards/server/import.ts';
import { parseForm } from '#forms/parse-form.ts';
import { faultsOfFiles } from '#server/forms/files-of-form.ts';
import { translator } from '#i18n/translate.ts';
import { carriedRows } from '#server/spreadsheet/carried-rows.ts';
import type { Actions, PageServerLoad } from './$types.js';

const carried = z.object({ rows: carriedRows });

export const load: PageServerLoad = async ({ locals, params }) => {
  const { session } = await beginCard(locals.app, locals.actor, params.session);
  return { session, meta: { title: translator(locals.language)('cards.import'), noindex: true } };
};

export const actions: Actions = {
  check: async ({ locals, params, request }) => {
    await beginCard(locals.app, locals.actor, params.session);
    const data = await request.formData();
    if (faultsOfFiles(request, data).length > 0) {
      return fail(413, { outcome: { kind: 'unreadable', why: 'too-large' } as const });
    }
    const sent = data.get('file');
    const bytes = Buffer.from(sent instanceof File ? await sent.arrayBuffer() : new ArrayBuffer(0));
    const outcome = await tryCards(locals.app, locals.actor, params.session, bytes);
    return outcome.kind === 'sound' ? { outcome } : fail(400, { outcome });
  },
  import: async ({ locals, params, request }) => {
    const { app, actor, language, requestId } = locals;
    await beginCard(app, actor, params.session);
    const parsed = parseForm(carried, await request.formData());
    if (parsed.kind === 'refused')
      return fail(400, { outcome: { kind: 'unreadable', why: 'broken' } as const });
    const outcome = await importCards(app, actor, params.session, parsed.command.rows, requestId);
    if (outcome.kind !== 'sound') return fail(400, { outcome });
    redirect(303, `/${language}/work/cards/sessions/${params.session}?added=${outcome.added}`);
  },
};
