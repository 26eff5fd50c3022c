import { formatsFor, type Formats } from '#i18n/format.ts';
import { pick, type Language, type Localised } from '#i18n/languages.ts';
import { translator, type Translate } from '#i18n/translate.ts';

/** What turns a report's data into the text of one language. */
export interface Words {
  language: Language;
  t: Translate;
  formats: Formats;
}

export function wordsIn(language: Language): Words {
  return { language, t: translator(language), formats: formatsFor(language) };
}

/** A text of the record with the language that it is in; null where there is none in any. */
export function said(text: Localised | null | undefined, { language }: Pick<Words, 'language'>) {
  const picked = pick(text, language);
  return picked ? { text: picked.text, language: picked.language } : null;
}
