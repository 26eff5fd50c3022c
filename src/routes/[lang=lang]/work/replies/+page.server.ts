import { listReplies } from '#features/replies/server/work.ts';
import { translator } from '#i18n/translate.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals }) => ({
  ...(await listReplies(locals.app, locals.actor)),
  meta: { title: translator(locals.language)('work.area.replies'), noindex: true },
});
