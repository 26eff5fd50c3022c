import { workFilter } from '#features/work/schema.ts';
import { showWork } from '#features/work/server/overview.ts';
import { queryOf } from '#i18n/query.ts';
import { translator } from '#i18n/translate.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, url }) => ({
  work: await showWork(locals.app, locals.actor, workFilter.parse(queryOf(url.searchParams))),
  meta: { title: translator(locals.language)('work.title'), noindex: true },
});
