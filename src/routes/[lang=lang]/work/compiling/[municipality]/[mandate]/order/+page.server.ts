import { addPoll, decideOrder, dropPoll, rankCandidates } from '#features/compiling/order-schema.ts';
import { openToDecide } from '#features/compiling/server/access.ts';
import { runOnOrder } from '#features/compiling/server/board-actions.ts';
import { countPoll, decide, rank, removePoll, showOrder } from '#features/compiling/server/order.ts';
import { translator } from '#i18n/translate.ts';
import type { Actions, PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params }) => ({
  page: await showOrder(locals.app, locals.actor, params),
  meta: { title: translator(locals.language)('compiling.order-title'), noindex: true },
});

export const actions: Actions = {
  rank: (event) => runOnOrder(event, rankCandidates, rank, 'ranking'),
  count: (event) => runOnOrder(event, addPoll, countPoll, 'polls'),
  drop: (event) => runOnOrder(event, dropPoll, removePoll, 'polls'),
  decide: (event) => runOnOrder(event, decideOrder, decide, 'current', openToDecide),
};
