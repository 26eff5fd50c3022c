import { pickText, type Language, type Localised } from '#i18n/languages.ts';
import type { Translate } from '#i18n/translate.ts';

interface Speaker {
  name: string | null;
  organisation: Localised | null;
  municipality: string | null;
}

/** Who speaks, and for whom: 'Mira Leka, Qendra Rinore'. */
export function speakerWords(
  { name, organisation, municipality }: Speaker,
  language: Language,
  t: Translate,
) {
  const place =
    municipality === null ? pickText(organisation, language) : t('question.town-hall', { municipality });
  return [name ?? t('question.somebody'), place || t('question.network')].join(', ');
}

export function askerWords(
  question: {
    askerName: string | null;
    askerOrganisation: Localised | null;
    askerMunicipality: string | null;
  },
  language: Language,
  t: Translate,
) {
  const { askerName: name, askerOrganisation: organisation, askerMunicipality: municipality } = question;
  return speakerWords({ name, organisation, municipality }, language, t);
}

/** What or whom a question is about. */
export function aboutWords(
  question: { experienceTitle: Localised | null; organisationName: Localised | null },
  language: Language,
  t: Translate,
): string {
  if (question.experienceTitle)
    return t('question.about', { title: pickText(question.experienceTitle, language) });
  if (question.organisationName)
    return t('question.to', { name: pickText(question.organisationName, language) });
  return t('question.to-all');
}
