import { randomUUID } from 'node:crypto';
import { redirect } from '@sveltejs/kit';
import { draftOfNew } from '#features/evidence/drafts.ts';
import { hasSpot } from '#features/evidence/fields.ts';
import { isEvidenceKind, type EvidenceKind } from '#features/evidence/kind.ts';
import { newItem } from '#features/evidence/schema.ts';
import { assessmentToGather } from '#features/evidence/server/access.ts';
import { addItem, itemChoices } from '#features/evidence/server/gathering.ts';
import { keepItemFile, takeFile } from '#features/evidence/server/take-file.ts';
import { draftAction } from '#features/work/server/draft-action.ts';
import { findDraft } from '#features/work/server/drafts.ts';
import { fieldOf } from '#forms/form.ts';
import { translator } from '#i18n/translate.ts';
import { runForm } from '#server/forms/run-form.ts';
import { permissionsPolicy } from '#server/http/security-headers.ts';
import type { Actions, PageServerLoad } from './$types.js';

function kindOf(url: URL): EvidenceKind | undefined {
  const asked = url.searchParams.get('kind') ?? '';
  return isEvidenceKind(asked) ? asked : undefined;
}

export const load: PageServerLoad = async ({ locals, params, setHeaders, url }) => {
  const { app, actor, language } = locals;
  const choices = await itemChoices(app, actor, params.assessment);
  const kind = kindOf(url);
  if (kind && hasSpot(kind)) setHeaders({ 'permissions-policy': permissionsPolicy('geolocation') });
  return {
    choices,
    kind,
    id: randomUUID(),
    component: url.searchParams.get('component') ?? undefined,
    draft: kind && (await findDraft(app, actor, draftOfNew(params.assessment, kind))),
    meta: { title: translator(language)('evidence.form.new'), noindex: true },
  };
};

export const actions: Actions = {
  save: async ({ locals, params, request, url }) => {
    const { app, actor, requestId } = locals;
    await assessmentToGather(app.db, actor, params.assessment);
    return runForm(
      await keepItemFile(app, actor, request, kindOf(url) ?? 'document'),
      newItem,
      async (command, data) => {
        const taken = await takeFile(app, actor, data, command.kind);
        if (taken.kind === 'refused') return { kind: 'refused', faults: [taken.fault] };
        const file = taken.kind === 'attached' ? taken.file : undefined;
        return addItem(app, actor, params.assessment, command, file, requestId);
      },
      ({ id }) => redirect(303, `/${locals.language}/work/evidence/${params.assessment}/items/${id}`),
    );
  },
  draft: ({ locals, params, request }) =>
    draftAction(
      locals,
      request,
      (typed) => {
        const kind = fieldOf(typed, 'kind');
        return draftOfNew(params.assessment, isEvidenceKind(kind) ? kind : 'document');
      },
      () => assessmentToGather(locals.app.db, locals.actor, params.assessment),
    ),
};
