import { pageFilter } from '#features/rounds/schema.ts';
import { showRound } from '#features/rounds/server/progress.ts';
import { roundWords } from '#features/rounds/words.ts';
import { queryOf } from '#i18n/query.ts';
import { translator } from '#i18n/translate.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const { after } = pageFilter.parse(queryOf(url.searchParams));
  const round = await showRound(locals.app, locals.actor, params.id, after);
  return { round, meta: { title: roundWords(round.plan, translator(locals.language)), noindex: true } };
};
