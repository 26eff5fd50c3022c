import { redirect } from '@sveltejs/kit';
import { z } from 'zod';
import { conflictForm, endConflictForm } from '#features/rounds/schema.ts';
import {
  asDeclarer,
  declareConflict,
  endConflict,
  showConflicts,
} from '#features/rounds/server/conflicts.ts';
import { wholeNumber } from '#forms/fields.ts';
import { queryOf } from '#i18n/query.ts';
import { translator } from '#i18n/translate.ts';
import { runForm } from '#server/forms/run-form.ts';
import type { Actions, PageServerLoad } from './$types.js';

/** What a conflict took away, as the form's answer leads here. */
const told = z.object({
  seats: wholeNumber(0, 100_000).optional().catch(undefined),
  monitoring: wholeNumber(0, 100_000).optional().catch(undefined),
  handedIn: wholeNumber(0, 100_000).optional().catch(undefined),
});

export const load: PageServerLoad = async ({ locals, url }) => ({
  page: await showConflicts(locals.app, locals.actor, url.searchParams.get('municipality')?.slice(0, 100)),
  told: told.parse(queryOf(url.searchParams)),
  meta: { title: translator(locals.language)('rounds.conflicts'), noindex: true },
});

export const actions: Actions = {
  save: ({ locals, request }) =>
    runForm(
      request,
      conflictForm,
      (command) => declareConflict(locals.app, locals.actor, command),
      ({ seats, monitoring, handedIn }) => {
        const freed = `seats=${seats}&monitoring=${monitoring}&handedIn=${handedIn}`;
        redirect(303, `/${locals.language}/work/rounds/conflicts?${freed}`);
      },
      () => asDeclarer(locals.actor),
    ),
  end: ({ locals, request }) =>
    runForm(
      request,
      endConflictForm,
      async (command) => {
        await endConflict(locals.app, locals.actor, command);
        return { kind: 'done', value: null };
      },
      () => redirect(303, `/${locals.language}/work/rounds/conflicts`),
      () => asDeclarer(locals.actor),
    ),
};
