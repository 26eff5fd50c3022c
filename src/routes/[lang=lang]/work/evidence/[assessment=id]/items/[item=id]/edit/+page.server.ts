import { redirect } from '@sveltejs/kit';
import { draftOfChange } from '#features/evidence/drafts.ts';
import { hasSpot } from '#features/evidence/fields.ts';
import { changedItem } from '#features/evidence/schema.ts';
import { changeItem, itemToChange } from '#features/evidence/server/changing.ts';
import { keepItemFile, takeFile } from '#features/evidence/server/take-file.ts';
import { draftAction } from '#features/work/server/draft-action.ts';
import { findDraft } from '#features/work/server/drafts.ts';
import { translator } from '#i18n/translate.ts';
import { runForm } from '#server/forms/run-form.ts';
import { permissionsPolicy } from '#server/http/security-headers.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params, setHeaders }) => {
  const { app, actor, language } = locals;
  const opened = await itemToChange(app, actor, params.assessment, params.item);
  if (hasSpot(opened.item.kind)) setHeaders({ 'permissions-policy': permissionsPolicy('geolocation') });
  return {
    ...opened,
    draft: await findDraft(app, actor, draftOfChange(params.assessment, params.item)),
    meta: { title: translator(language)('evidence.change.link'), noindex: true },
  };
};

export const actions: Actions = {
  save: async ({ locals, params, request }) => {
    const { app, actor, requestId } = locals;
    const { item } = await itemToChange(app, actor, params.assessment, params.item);
    return runForm(
      await keepItemFile(app, actor, request, item.kind),
      changedItem,
      async (command, data) => {
        const taken = await takeFile(app, actor, data, item.kind);
        if (taken.kind === 'refused') return { kind: 'refused', faults: [taken.fault] };
        const file = taken.kind === 'attached' ? taken.file : undefined;
        return changeItem(app, actor, params.assessment, params.item, command, file, requestId);
      },
      ({ id }) => redirect(303, `/${locals.language}/work/evidence/${params.assessment}/items/${id}`),
    );
  },
  draft: ({ locals, params, request }) =>
    draftAction(locals, request, draftOfChange(params.assessment, params.item), () =>
      itemToChange(locals.app, locals.actor, params.assessment, params.item),
    ),
};
