import { showAgreement } from '#features/coding/server/agreements.ts';
import { spanWords } from '#features/monitoring/words.ts';
import { translator } from '#i18n/translate.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params }) => {
  const t = translator(locals.language);
  const page = await showAgreement(locals.app, locals.actor, params.round);
  const round = t('coding.agreement.round', {
    number: page.round.number,
    period: spanWords(page.round.mandate),
  });
  return { ...page, roundWords: round, meta: { title: t('coding.agreement.title'), noindex: true } };
};
