/**
 * Text as it is compared: no diacritics, lower case. People type e for ë and c for ç. The database's `fold_text`
 * (migrations/0008_search.sql) does the same, so that what is stored and what is asked meet.
 */
export function fold(text: string): string {
  return text
    .normalize('NFD')
    .replace(/[\u0300-\u036f]+/g, '')
    .toLowerCase();
}

// Signs that separate words; the database's `search_words` has the same list.
const signs =
  /[!-/:-@[-`{-~\u0080-\u00a9\u00ab-\u00b1\u00b4\u00b6-\u00b8\u00bb\u00bf\u00d7\u00f7\u02b0-\u02ff\u2000-\u206f\u20a0-\u20cf\u2100-\u2bff\u3000-\u303f]+/g;

export interface Token {
  /** The folded word. */
  word: string;
  /** Where it stands in the original text: the mark goes there. */
  start: number;
  end: number;
}

/** The words of a text, folded, each with its place in the original. */
export function tokenise(text: string): Token[] {
  // Every sign is one UTF-16 unit and becomes one space, so places stay as they are.
  const spaced = text.replace(signs, (run) => ' '.repeat(run.length));
  const tokens: Token[] = [];
  for (const match of spaced.matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu)) {
    const word = fold(match[0]);
    if (word !== '') tokens.push({ word, start: match.index, end: match.index + match[0].length });
  }
  return tokens;
}
