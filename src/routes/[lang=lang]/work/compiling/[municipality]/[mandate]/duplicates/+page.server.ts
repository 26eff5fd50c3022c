import { boardFilter } from '#features/compiling/schema.ts';
import { needActions } from '#features/compiling/server/board-actions.ts';
import { listDuplicates } from '#features/compiling/server/duplicates.ts';
import { queryOf } from '#i18n/query.ts';
import { translator } from '#i18n/translate.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { done, after } = boardFilter.parse(queryOf(url.searchParams));
  return {
    page: await listDuplicates(locals.app, locals.actor, params, { done, after }),
    meta: { title: translator(locals.language)('compiling.duplicates-title'), noindex: true },
  };
};

export const actions: Actions = needActions;
