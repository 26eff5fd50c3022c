import type { Language } from '#i18n/languages.ts';
import type { Translate } from '#i18n/translate.ts';

/** A text in one language, with whether that language binds. */
export function inLanguage(label: string, language: Language, binding: Language, t: Translate): string {
  const name = t(`language.name.${language}`);
  return t(language === binding ? 'drafting.in-binding' : 'drafting.in-translation', {
    label,
    language: name,
  });
}

/** What the fields beside a status are called. */
export function besideLabels(binding: Language, t: Translate): Record<string, string> {
  return {
    rationale_sq: inLanguage(t('publishing.rationale'), 'sq', binding, t),
    rationale_en: inLanguage(t('publishing.rationale'), 'en', binding, t),
    late: t('status.late'),
    reversed: t('status.reversed'),
    blocked_by: t('publishing.blocked-by'),
  };
}
