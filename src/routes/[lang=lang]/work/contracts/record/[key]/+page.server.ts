import { showSigning } from '#features/contracts/server/signing/signing-page.ts';
import { invitationForm } from '#features/contracts/signing-schema.ts';
import { queryOf } from '#i18n/query.ts';
import { translator } from '#i18n/translate.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params, url }) => {
  const page = await showSigning(locals.app, locals.actor, params.key);
  const title = translator(locals.language)('signing.work.title', {
    municipality: page.contract.municipalityName,
    period: page.contract.mandate.replace('-', '–'),
  });
  const invitation = invitationForm(queryOf(url.searchParams), page.today);
  return { page, invitation, title, meta: { title, noindex: true } };
};
