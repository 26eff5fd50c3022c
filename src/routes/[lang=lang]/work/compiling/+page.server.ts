import { listBoards } from '#features/compiling/server/board.ts';
import { translator } from '#i18n/translate.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals }) => ({
  boards: await listBoards(locals.app, locals.actor),
  meta: { title: translator(locals.language)('compiling.title'), noindex: true },
});
