import { showVersion } from '#features/contracts/server/drafting/versions.ts';
import { notFound } from '#server/errors.ts';
import { translator } from '#i18n/translate.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params }) => {
  if (!/^[1-9]\d{0,5}$/.test(params.number)) throw notFound(`version ${params.number}`);
  const page = await showVersion(locals.app, locals.actor, params.id, Number(params.number));
  const title = translator(locals.language)('drafting.version-title', {
    municipality: page.draft.municipalityName,
    number: page.version.number,
  });
  return { page, title, meta: { title, noindex: true } };
};
