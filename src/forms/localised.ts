import type { Fields } from './form.ts';
import { languages, type Localised } from '#i18n/languages.ts';

/** A text that a form takes in each language (`title_sq`, `title_en`), in the languages that have one. */
export function localisedOf<Name extends string>(
  given: Readonly<Record<`${Name}_sq` | `${Name}_en`, string>>,
  name: Name,
): Localised {
  const text: Localised = {};
  for (const language of languages) {
    const own = given[`${name}_${language}`];
    if (own !== '') text[language] = own;
  }
  return text;
}

/** As the form shows it. */
export function localisedFields(name: string, text: Localised | null): Fields {
  return Object.fromEntries(languages.map((language) => [`${name}_${language}`, text?.[language] ?? '']));
}

export function isEmpty(text: Localised): boolean {
  return languages.every((language) => (text[language] ?? '') === '');
}
