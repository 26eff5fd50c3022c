import { showImport } from '#features/articles/server/wordpress/report.ts';
import { translator } from '#i18n/translate.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const after = /^\d{1,8}$/.exec(url.searchParams.get('after') ?? '')?.[0];
  return {
    report: await showImport(locals.app, locals.actor, params.run, Number(after ?? 0)),
    meta: { title: translator(locals.language)('import.report'), noindex: true },
  };
};
