import {
  boardFilter,
  dissolveCandidate,
  mergeCandidates,
  renameCandidate,
} from '#features/compiling/schema.ts';
import { showCandidate } from '#features/compiling/server/board.ts';
import { needActions, runStep } from '#features/compiling/server/board-actions.ts';
import { dissolve, merge, rename } from '#features/compiling/server/steps.ts';
import { queryOf } from '#i18n/query.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const filter = boardFilter.parse(queryOf(url.searchParams));
  const page = await showCandidate(locals.app, locals.actor, params, params.id, filter);
  return { page, filter, meta: { title: page.candidate.title, noindex: true } };
};

export const actions: Actions = {
  ...needActions,
  rename: (event) => runStep(event, renameCandidate, rename),
  merge: (event) => runStep(event, mergeCandidates, merge),
  dissolve: (event) => runStep(event, dissolveCandidate, dissolve),
};
