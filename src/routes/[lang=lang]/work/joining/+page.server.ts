import { listApplications } from '#features/joining/server/reviewing.ts';
import { translator } from '#i18n/translate.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals }) => ({
  applications: await listApplications(locals.app, locals.actor),
  meta: { title: translator(locals.language)('joining.work'), noindex: true },
});
