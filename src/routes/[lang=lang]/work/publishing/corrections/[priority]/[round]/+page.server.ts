import { redirect } from '@sveltejs/kit';
import { step, writeCorrection } from '#features/publishing/schema.ts';
import {
  dropCorrection,
  publishCorrection,
  saveCorrection,
  showCorrection,
} from '#features/publishing/server/corrections.ts';
import { draftAction } from '#features/work/server/draft-action.ts';
import { findDraft } from '#features/work/server/drafts.ts';
import { translator } from '#i18n/translate.ts';
import { DomainError, notFound } from '#server/errors.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad } from './$types.js';

interface Keys {
  priority: string;
  round: string;
}

function formOf({ priority, round }: Keys): string {
  return `/work/publishing/corrections/${priority}/${round}`;
}

function pageOf(locals: App.Locals, params: Keys) {
  return showCorrection(locals.app, locals.actor, params);
}

async function mayWrite(locals: App.Locals, params: Keys): Promise<void> {
  const { can } = await pageOf(locals, params);
  if (!can.write) throw new DomainError('forbidden', 'write a correction');
}

async function openId(locals: App.Locals, params: Keys): Promise<string> {
  const { correction } = await pageOf(locals, params);
  if (!correction) throw notFound('an open correction');
  return correction.id;
}

export const load: PageServerLoad = async ({ locals, params }) => {
  const { app, actor, language } = locals;
  return {
    page: await pageOf(locals, params),
    kept: await findDraft(app, actor, formOf(params)),
    meta: { title: translator(language)('publishing.correction'), noindex: true },
  };
};

export const actions: Actions = {
  save: ({ locals, params, request }) =>
    runForm(
      request,
      writeCorrection,
      (command) => saveCorrection(locals.app, locals.actor, params, command, formOf(params)),
      () => redirect(303, `/${locals.language}${formOf(params)}`),
      () => mayWrite(locals, params),
    ),
  draft: ({ locals, params, request }) =>
    draftAction(locals, request, formOf(params), () => mayWrite(locals, params)),
  publish: ({ locals, params, request }) =>
    runForm(
      request,
      step,
      async (command) => publishCorrection(locals.app, locals.actor, await openId(locals, params), command),
      ({ priority, round, version }) =>
        redirect(303, `/${locals.language}/priorities/${priority}/${round}/${version}`),
      () => pageOf(locals, params),
    ),
  drop: ({ locals, params, request }) =>
    runForm(
      request,
      step,
      async (command) => dropCorrection(locals.app, locals.actor, await openId(locals, params), command),
      () => redirect(303, `/${locals.language}${formOf(params)}`),
      () => mayWrite(locals, params),
    ),
};
