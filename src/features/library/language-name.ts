import type { Language } from '#i18n/languages.ts';

/** The name of a language in the page's: 'anglisht', 'English'; its code where it has none. */
export function languageName(code: string, language: Language): string {
  try {
    return new Intl.DisplayNames([language], { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
}
