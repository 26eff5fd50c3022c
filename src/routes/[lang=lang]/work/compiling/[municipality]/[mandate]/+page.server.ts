import { boardFilter } from '#features/compiling/schema.ts';
import { showBoard } from '#features/compiling/server/board.ts';
import { needActions } from '#features/compiling/server/board-actions.ts';
import { queryOf } from '#i18n/query.ts';
import { translator } from '#i18n/translate.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const filter = boardFilter.parse(queryOf(url.searchParams));
  const page = await showBoard(locals.app, locals.actor, params, filter);
  const title = translator(locals.language)('compiling.board-of', {
    municipality: page.board.municipalityName,
    mandate: page.board.mandateKey,
  });
  return { page, filter, meta: { title, noindex: true } };
};

export const actions: Actions = needActions;
