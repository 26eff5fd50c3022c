import { showMember } from '#features/network/server/service.ts';
import { pickText } from '#i18n/languages.ts';
import { translator } from '#i18n/translate.ts';
import type { PageServerLoad } from './$types.js';

export const load: PageServerLoad = async ({ locals, params }) => {
  const t = translator(locals.language);
  const member = await showMember(locals.app, params.key);
  const name = pickText(member.name, locals.language);
  return {
    member,
    meta: {
      title: name,
      description: t('member.description', { name }),
      jsonLd: { '@context': 'https://schema.org', '@type': 'NGO', name, alternateName: member.aliases },
    },
  };
};
