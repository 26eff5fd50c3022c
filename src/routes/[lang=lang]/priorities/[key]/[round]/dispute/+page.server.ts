import { randomUUID } from 'node:crypto';
import { redirect } from '@sveltejs/kit';
import { disputeForm } from '#features/disputes/schema.ts';
import { disputeStatus, showDisputeForm } from '#features/disputes/server/disputing.ts';
import { translator } from '#i18n/translate.ts';
import { bytesOfFile, nameOfFile } from '#server/forms/files-of-form.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad } from './$types.js';

const disputedOf = ({ key, round }: { key: string; round: string }) => ({ priority: key, round });

export const load: PageServerLoad = async ({ locals, params, setHeaders }) => {
  // Each form that is handed out has a number of its own, so that two clicks dispute once.
  setHeaders({ 'cache-control': 'no-store' });
  return {
    page: await showDisputeForm(locals.app, disputedOf(params)),
    once: randomUUID(),
    meta: { title: translator(locals.language)('disputes.dispute'), noindex: true },
  };
};

export const actions: Actions = {
  save: ({ locals, params, request, getClientAddress }) =>
    runForm(
      request,
      disputeForm,
      async (command, data) => {
        const bytes = await bytesOfFile(data, 'file');
        return disputeStatus(locals.app, disputedOf(params), command, {
          address: getClientAddress(),
          file: bytes && { bytes, name: nameOfFile(data, 'file') },
        });
      },
      ({ receipt }) => redirect(303, `/${locals.language}/disputes/${receipt}`),
    ),
};
