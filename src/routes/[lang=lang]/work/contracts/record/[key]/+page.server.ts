import { showSigning } from '#features/contracts/server/signing/signing-page.ts';
import { translator } from '#i18n/translate.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params }) => {
  const page = await showSigning(locals.app, locals.actor, params.key);
  const title = translator(locals.language)('signing.work.title', {
    municipality: page.contract.municipalityName,
    period: page.contract.mandate.replace('-', '–'),
  });
  return { page, title, meta: { title, noindex: true } };
};
