import { redirect } from '@sveltejs/kit';
import { declarationForm } from '#features/declarations/schema.ts';
import {
  declare,
  organisationToDeclare,
  showDeclarationForm,
} from '#features/declarations/server/declarations.ts';
import { draftAction } from '#features/work/server/draft-action.ts';
import { dropDraft, findDraft } from '#features/work/server/drafts.ts';
import { translator } from '#i18n/translate.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad } from './$types.js';

const pathOf = ({ organisation }: { organisation: string }) => `/work/declarations/${organisation}`;

export const load: PageServerLoad = async ({ locals, params }) => ({
  page: await showDeclarationForm(locals.app, locals.actor, params.organisation),
  draft: await findDraft(locals.app, locals.actor, pathOf(params)),
  meta: { title: translator(locals.language)('declarations.declare'), noindex: true },
});

export const actions: Actions = {
  save: ({ locals, params, request }) =>
    runForm(
      request,
      declarationForm,
      (command) => declare(locals.app, locals.actor, params.organisation, command),
      async ({ organisation }) => {
        await dropDraft(locals.app.db, locals.actor, pathOf(params));
        redirect(303, `/${locals.language}/members/${organisation}#declarations`);
      },
      () => organisationToDeclare(locals.app, locals.actor, params.organisation),
    ),
  draft: ({ locals, params, request }) =>
    draftAction(locals, request, pathOf(params), () =>
      organisationToDeclare(locals.app, locals.actor, params.organisation),
    ),
};
