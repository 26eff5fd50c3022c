import { defaultLanguage, isLanguage, type Language } from './languages.ts';

/** Cookie that remembers the language last read. */
export const languageCookie = 'pop_lang';

/** The language at the head of a path (`/en/…`), if it is one of ours. */
export function languageOfPath(path: string): Language | undefined {
  const head = path.split('/')[1] ?? '';
  return isLanguage(head) ? head : undefined;
}

/** The first of the browser's languages (RFC 9110, 12.5.4) that we have, by its weight; else the default. */
export function languageOfHeader(acceptLanguage: string | null | undefined): Language {
  const wanted = (acceptLanguage ?? '')
    .slice(0, 500)
    .split(',')
    .map((entry, position) => {
      const [tag = '', ...parameters] = entry.trim().split(';');
      const weight = parameters.map((p) => /^\s*q=([01](?:\.\d{0,3})?)\s*$/.exec(p)?.[1]).find(Boolean);
      return { base: tag.trim().toLowerCase().split('-')[0] ?? '', weight: Number(weight ?? 1), position };
    })
    .filter((entry) => entry.weight > 0)
    .toSorted((a, b) => b.weight - a.weight || a.position - b.position);
  for (const { base } of wanted) {
    if (isLanguage(base)) return base;
    // Wildcard: no preference of ours over the default.
    if (base === '*') return defaultLanguage;
  }
  return defaultLanguage;
}

/** The language for a request whose path names none: what was read last, else what the browser asks for. */
export function chooseLanguage(
  remembered: string | undefined,
  acceptLanguage: string | null | undefined,
): Language {
  if (remembered !== undefined && isLanguage(remembered)) return remembered;
  return languageOfHeader(acceptLanguage);
}
