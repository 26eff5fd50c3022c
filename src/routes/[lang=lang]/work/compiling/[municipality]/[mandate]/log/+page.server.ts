import { boardFilter } from '#features/compiling/schema.ts';
import { needActions } from '#features/compiling/server/board-actions.ts';
import { showLog } from '#features/compiling/server/log.ts';
import { queryOf } from '#i18n/query.ts';
import { translator } from '#i18n/translate.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { done, before } = boardFilter.parse(queryOf(url.searchParams));
  return {
    page: await showLog(locals.app, locals.actor, params, { done, before }),
    meta: { title: translator(locals.language)('compiling.log'), noindex: true },
  };
};

export const actions: Actions = { undo: needActions.undo };
