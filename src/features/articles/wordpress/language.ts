import { isLanguage, type Language } from '#i18n/languages.ts';

/** Small words that one of the two languages has and the other has not. */
const words: Readonly<Record<Language, ReadonlySet<string>>> = {
  sq: new Set(
    'të e i në dhe për me nga është si që ka u kjo ky nuk janë ose por edhe së një më kanë do tek te mbi ishte sipas gjatë duke pas cilat cila cili kush pse qe eshte per ne nje jane'.split(
      ' ',
    ),
  ),
  en: new Set(
    'the of and to in is for that with on by this are was from at as it be have has were their which not will or an been they who its our'.split(
      ' ',
    ),
  ),
};

/** As many words tell enough. */
const mostWords = 3000;

/** The language of a text by its small words; undefined where they don't tell. */
export function detectLanguage(text: string): Language | undefined {
  const counts: Record<Language, number> = { sq: 0, en: 0 };
  const found = text.toLowerCase().match(/[\p{L}]+/gu) ?? [];
  for (const word of found.slice(0, mostWords)) {
    if (words.sq.has(word)) counts.sq += 1;
    if (words.en.has(word)) counts.en += 1;
  }
  if (counts.sq === counts.en) return undefined;
  return counts.sq > counts.en ? 'sq' : 'en';
}

export type ItemLanguage =
  | { kind: 'told'; language: Language }
  | { kind: 'guessed'; language: Language }
  /** One that the record does not have. */
  | { kind: 'other'; code: string };

/** The language that an item is marked with, else that of its address, else that of its words. */
export function languageOfItem(mark: string, link: string, text: string): ItemLanguage {
  const code = mark.trim().toLowerCase().slice(0, 2);
  if (code !== '')
    return isLanguage(code) ? { kind: 'told', language: code } : { kind: 'other', code: mark.trim() };
  const inPath =
    /^https?:\/\/[^/]+\/(sq|al|en)\//i.exec(link)?.[1]?.toLowerCase() ?? /[?&]lang=(sq|en)\b/.exec(link)?.[1];
  if (inPath !== undefined) return { kind: 'told', language: inPath === 'en' ? 'en' : 'sq' };
  return { kind: 'guessed', language: detectLanguage(text) ?? 'sq' };
}
