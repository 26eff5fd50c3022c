import { fail } from '@sveltejs/kit';
import { importForm, importTriedForm } from '#features/library/schema.ts';
import { draftOptions } from '#features/library/server/drafts.ts';
import { importTried, tryImport } from '#features/library/server/import/service.ts';
import { parseForm } from '#forms/parse-form.ts';
import { translator } from '#i18n/translate.ts';
import { faultsOfFiles } from '#server/forms/files-of-form.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals }) => ({
  options: await draftOptions(locals.app, locals.actor),
  meta: { title: translator(locals.language)('library.import'), noindex: true },
});

export const actions: Actions = {
  try: async ({ locals, request }) => {
    const { app, actor } = locals;
    await draftOptions(app, actor);
    const data = await request.formData();
    const parsed = parseForm(importForm, data);
    if (parsed.kind === 'refused') return fail(400, { state: parsed.state });
    const { fields, command } = parsed;
    const faults = faultsOfFiles(request, data);
    if (faults.length > 0) return fail(413, { state: { fields, faults } });
    const file = data.get('file');
    if (!(file instanceof File) || file.name === '')
      return fail(400, {
        state: { fields, faults: [{ field: 'file', key: 'form.fault.missing' as const }] },
      });
    const tried = await tryImport(app, actor, command.organisation, file);
    if (tried.kind === 'refused') return fail(400, { state: { fields, faults: [tried.fault] } });
    return { tried };
  },
  import: async ({ locals, request }) => {
    const { app, actor } = locals;
    await draftOptions(app, actor);
    const parsed = parseForm(importTriedForm, await request.formData());
    if (parsed.kind === 'refused') return fail(400, { state: parsed.state });
    const outcome = await importTried(app, actor, parsed.command);
    if (outcome.kind === 'refused')
      return fail(400, { state: { fields: parsed.fields, faults: [{ field: 'file', ...outcome.why }] } });
    return { report: outcome.report };
  },
};
