import { fail, redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { choice } from '#forms/fields.ts';
import { applyImport, beginImport, tryImport } from '#features/listening/server/importing.ts';
import { translator } from '#i18n/translate.ts';
import { faultsOfFiles } from '#server/forms/files-of-form.ts';
import { runForm } from '#server/forms/run-form.ts';
import { carriedRows } from '#server/spreadsheet/carried-rows.ts';
import type { Actions, PageServerLoad } from './$types.js';

const kinds = ['needs', 'participants'] as const;
/** The lines that the dry run carried on in the form. */
const carried = z.object({ kind: choice(kinds), rows: carriedRows });

export const load: PageServerLoad = async ({ locals, params }) => ({
  ...(await beginImport(locals.app, locals.actor, params.id)),
  meta: { title: translator(locals.language)('listening.import.title'), noindex: true },
});

export const actions: Actions = {
  try: async ({ locals, params, request }) => {
    await beginImport(locals.app, locals.actor, params.id);
    const data = await request.formData();
    const kind = data.get('kind') === 'participants' ? 'participants' : 'needs';
    const faults = faultsOfFiles(request, data);
    if (faults.length > 0) return fail(413, { fields: { kind }, faults, tried: undefined });
    const file = data.get('file');
    const bytes = file instanceof File ? Buffer.from(await file.arrayBuffer()) : Buffer.alloc(0);
    const outcome = await tryImport(locals.app, locals.actor, params.id, kind, bytes);
    if ('refused' in outcome) {
      const faults = [{ field: 'file', key: outcome.refused }];
      return fail(400, { fields: { kind }, faults, tried: undefined });
    }
    return { fields: { kind }, faults: [], tried: outcome };
  },
  save: ({ locals, params, request }) =>
    runForm(
      request,
      carried,
      (command) => applyImport(locals.app, locals.actor, params.id, command, locals.requestId),
      ({ added, kind }) => {
        const path = `/${locals.language}/work/listening/${params.id}`;
        // Who came is one part of the record: the form asks for the rest.
        redirect(303, kind === 'participants' ? `${path}/record` : `${path}/needs?added=${added}`);
      },
    ),
};
