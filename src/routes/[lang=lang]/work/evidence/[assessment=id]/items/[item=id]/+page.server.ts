import { redirect } from '@sveltejs/kit';
import { capturing, review, withdrawal } from '#features/evidence/schema.ts';
import { captureAgain, itemToCapture } from '#features/evidence/server/media/capture-again.ts';
import { showItem } from '#features/evidence/server/items.ts';
import {
  itemToReview,
  itemToWithdraw,
  reviewItem,
  withdrawItem,
} from '#features/evidence/server/reviewing.ts';
import { historyOf } from '#features/audit/server/service.ts';
import { translator } from '#i18n/translate.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params }) => {
  const { app, actor, language } = locals;
  const shown = await showItem(app, actor, params.assessment, params.item);
  return {
    shown,
    history: await historyOf(app, actor, { kind: 'evidence-item', id: shown.item.id }),
    meta: { title: translator(language)('evidence.one'), noindex: true },
  };
};

export const actions: Actions = {
  review: ({ locals, params, request }) =>
    runForm(
      request,
      review,
      (command) =>
        reviewItem(locals.app, locals.actor, params.assessment, params.item, command, locals.requestId),
      () => redirect(303, `/${locals.language}/work/evidence/${params.assessment}/items/${params.item}`),
      () => itemToReview(locals.app, locals.actor, params.assessment, params.item),
    ),
  capture: ({ locals, params, request }) =>
    runForm(
      request,
      capturing,
      () => captureAgain(locals.app, locals.actor, params.assessment, params.item, locals.requestId),
      () =>
        redirect(303, `/${locals.language}/work/evidence/${params.assessment}/items/${params.item}#capture`),
      () => itemToCapture(locals.app, locals.actor, params.assessment, params.item),
    ),
  withdraw: ({ locals, params, request }) =>
    runForm(
      request,
      withdrawal,
      (command) =>
        withdrawItem(locals.app, locals.actor, params.assessment, params.item, command, locals.requestId),
      () => redirect(303, `/${locals.language}/work/evidence/${params.assessment}/items/${params.item}`),
      () => itemToWithdraw(locals.app, locals.actor, params.assessment, params.item),
    ),
};
