import { listDirectory } from '#features/directory/server/directory.ts';
import { translator } from '#i18n/translate.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals }) => ({
  directory: await listDirectory(locals.app, locals.actor),
  meta: { title: translator(locals.language)('directory.title'), noindex: true },
});
