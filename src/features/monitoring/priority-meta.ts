import type { Language } from '#i18n/languages.ts';
import { pickText } from '#i18n/languages.ts';
import { translator } from '#i18n/translate.ts';
import type { PageMeta } from '#ui/head/page-meta.ts';
import type { PriorityPage } from './server/priority-page.ts';

/** What a priority's page says of itself; the same for its permalinks to a version. */
export function priorityMeta(
  { priority, contract, named }: PriorityPage,
  language: Language,
  publicUrl: string,
): PageMeta {
  const t = translator(language);
  const statement = pickText(priority.statement, language);
  const path = `/${language}/priorities/${priority.key}`;
  return {
    title: named
      ? t('priority.title-at', { statement, round: named.round, version: named.version })
      : statement,
    description: t('priority.description', {
      municipality: contract.municipalityName,
      field: pickText(priority.field.name, language),
    }),
    feed: `/${language}/municipalities/${contract.municipalityKey}/feed.xml`,
    card: `/og/${language}/priorities/${priority.key}.png`,
    jsonLd: {
      '@context': 'https://schema.org',
      '@type': 'CreativeWork',
      name: statement,
      inLanguage: language,
      isPartOf: { '@type': 'CreativeWork', url: `${publicUrl}/${language}/contracts/${contract.key}` },
      url: `${publicUrl}${path}`,
    },
  };
}
