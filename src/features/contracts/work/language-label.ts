import type { Language } from '#i18n/languages.ts';
import type { Translate } from '#i18n/translate.ts';

/** A field of a text in one language, with whether that language binds: 'The text in Albanian (binding)'. */
export function inLanguage(label: string, language: Language, binding: Language, t: Translate): string {
  const name = t(`language.name.${language}`);
  return t(language === binding ? 'drafting.in-binding' : 'drafting.in-translation', {
    label,
    language: name,
  });
}
