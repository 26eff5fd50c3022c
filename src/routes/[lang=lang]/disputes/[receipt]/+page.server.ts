import { followDispute } from '#features/disputes/server/disputing.ts';
import { translator } from '#i18n/translate.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params, setHeaders }) => {
  // Whoever has the receipt sees it; nothing in between keeps a copy, and no link tells where it stands.
  setHeaders({ 'cache-control': 'private, no-store', 'referrer-policy': 'no-referrer' });
  return {
    dispute: await followDispute(locals.app, params.receipt),
    meta: { title: translator(locals.language)('disputes.receipt.title'), noindex: true },
  };
};
