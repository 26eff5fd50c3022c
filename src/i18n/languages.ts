/** Languages of the interface and of the record, the first being the default. */
export const languages = ['sq', 'en'] as const;

export type Language = (typeof languages)[number];

/** Language and country as link previews name them (Open Graph). */
export const locales = { sq: 'sq_AL', en: 'en_GB' } as const satisfies Record<Language, string>;

export const defaultLanguage: Language = languages[0];

export function isLanguage(value: string): value is Language {
  return languages.some((language) => language === value);
}

/** Text of the record in several languages, as stored; a language may be missing. */
export type Localised = Partial<Record<Language, string>>;

export interface Picked {
  text: string;
  /** Language of the text, for the `lang` attribute where it is not the page's. */
  language: Language;
}

/** The text in the wanted language, else in the first language that has one; undefined where none has. */
export function pick(text: Localised | null | undefined, wanted: Language): Picked | undefined {
  for (const language of [wanted, ...languages]) {
    const found = text?.[language];
    if (found) return { text: found, language };
  }
  return undefined;
}

/** As `pick`, for places that can carry plain text alone (titles, CSV cells); '' where there is none. */
export function pickText(text: Localised | null | undefined, wanted: Language): string {
  return pick(text, wanted)?.text ?? '';
}
