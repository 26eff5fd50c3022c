import { periodWords } from '#features/contracts/words.ts';
import { showCompiled } from '#features/compiling/server/compiled.ts';
import { translator } from '#i18n/translate.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params }) => {
  const t = translator(locals.language);
  const page = await showCompiled(locals.app, params.key);
  const values = { municipality: page.contract.municipalityName, period: periodWords(page.contract) };
  const title = t('compiled.title', values);
  return { page, meta: { title, description: t('compiled.description', values) } };
};
