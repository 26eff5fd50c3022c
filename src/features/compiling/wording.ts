import type { Language, Localised } from '#i18n/languages.ts';

/** What someone wrote in one language, with the same in the other one where somebody gave it ('' where not). */
export interface Wording {
  language: Language;
  other: string;
}

/** As the record keeps it: languages without words are left out. */
export function localisedWording(text: string, { language, other }: Wording): Localised {
  const translated = other === '' ? undefined : other;
  if (language === 'sq') return translated === undefined ? { sq: text } : { sq: text, en: translated };
  return translated === undefined ? { en: text } : { sq: translated, en: text };
}
