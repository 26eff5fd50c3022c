import { pickText, type Language } from '#i18n/languages.ts';
import type { AnswerTable } from './server/public.ts';

/** A forum as schema.org has events, with the candidates in the order by lot. */
export function forumJsonLd(
  { forum, candidates }: Pick<AnswerTable, 'forum' | 'candidates'>,
  language: Language,
  publicUrl: string,
) {
  return {
    '@context': 'https://schema.org',
    '@type': 'Event',
    name: pickText(forum.title, language),
    startDate: forum.starts,
    inLanguage: language,
    location: {
      '@type': 'Place',
      name: pickText(forum.place, language) || forum.municipalityName,
      address: { '@type': 'PostalAddress', addressLocality: forum.municipalityName },
    },
    performer: candidates.map(({ name }) => ({ '@type': 'Person', name })),
    url: `${publicUrl}/${language}/forums/${forum.key}`,
  };
}

/** The table of answers as a data set, with its files. */
export function tableJsonLd(
  { forum, hasAnswers }: Pick<AnswerTable, 'forum' | 'hasAnswers'>,
  { title, language, publicUrl }: { title: string; language: Language; publicUrl: string },
) {
  const file = (format: string, type: string) => ({
    '@type': 'DataDownload',
    encodingFormat: type,
    contentUrl: `${publicUrl}/api/v1/candidate-answers.${format}?event=${forum.eventKey}`,
  });
  return {
    '@context': 'https://schema.org',
    '@type': 'Dataset',
    name: title,
    description: title,
    license: 'https://creativecommons.org/licenses/by/4.0/',
    spatialCoverage: { '@type': 'AdministrativeArea', name: forum.municipalityName },
    url: `${publicUrl}/${language}/forums/${forum.key}/table`,
    ...(hasAnswers ? { distribution: [file('csv', 'text/csv'), file('json', 'application/json')] } : {}),
  };
}
