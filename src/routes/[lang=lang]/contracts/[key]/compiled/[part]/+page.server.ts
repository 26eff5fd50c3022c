import { showCompiledNeeds } from '#features/compiling/server/compiled.ts';
import { pickText } from '#i18n/languages.ts';
import { translator } from '#i18n/translate.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const t = translator(locals.language);
  const after = (url.searchParams.get('after') ?? '').slice(0, 300);
  const page = await showCompiledNeeds(locals.app, params.key, params.part, after);
  const municipality = page.contract.municipalityName;
  const title = page.candidate
    ? t('compiled.needs-of', { candidate: pickText(page.candidate.title, locals.language), municipality })
    : t('compiled.aside-of', { municipality });
  return { page, after, part: params.part, meta: { title } };
};
