import { createContext } from 'svelte';
import { formatsFor, type Formats } from './format.ts';
import type { Language } from './languages.ts';
import { translator, type Translate } from './translate.ts';

export interface I18n {
  language: Language;
  t: Translate;
  formats: Formats;
}

const [get, set] = createContext<I18n>();

/** The page's language, its text and its way to write numbers and dates. Provided by the root layout. */
export const useI18n = get;

export function provideI18n(language: Language): I18n {
  return set({ language, t: translator(language), formats: formatsFor(language) });
}
