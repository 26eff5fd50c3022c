import { boardFilter } from '#features/compiling/schema.ts';
import { showNearNeeds } from '#features/compiling/server/board.ts';
import { needActions } from '#features/compiling/server/board-actions.ts';
import { queryOf } from '#i18n/query.ts';
import { translator } from '#i18n/translate.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const filter = boardFilter.parse(queryOf(url.searchParams));
  return {
    page: await showNearNeeds(locals.app, locals.actor, params, params.id, filter),
    meta: { title: translator(locals.language)('compiling.near-title'), noindex: true },
  };
};

export const actions: Actions = needActions;
