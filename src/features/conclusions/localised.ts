import { languages, type Localised } from '#i18n/languages.ts';

/** A text in the languages in which something stands. */
export function localisedOf(texts: Localised): Localised {
  return Object.fromEntries(
    languages.flatMap((language) => {
      const text = texts[language];
      return text ? [[language, text]] : [];
    }),
  );
}

/** The same for a column of the record, where nothing in any language is null. */
export function jsonOrNull(texts: Localised): string | null {
  const kept = localisedOf(texts);
  return Object.keys(kept).length > 0 ? JSON.stringify(kept) : null;
}
