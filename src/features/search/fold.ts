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

// "3e4" is a number for the database's parser, and what follows it a word of its own. Marks fold away.
const number =
  /^(?:[0-9][\u0300-\u036f]*)+(\P{N})[\u0300-\u036f]*(?:[0-9][\u0300-\u036f]*)+(?=[^\u0300-\u036f0-9])/u;

/** How many characters of a run of letters and digits are its first word. */
function endOfFirst(run: string): number {
  const [whole = '', letter = ''] = number.exec(run) ?? [];
  return fold(letter) === 'e' ? whole.length : run.length;
}

/** The words of a text, folded, each with its place in the original. */
export function tokenise(text: string): Token[] {
  // Every sign is one UTF-16 unit and becomes one space, so places stay as they are.
  const spaced = text.replace(signs, (run) => ' '.repeat(run.length));
  const tokens: Token[] = [];
  for (const match of spaced.matchAll(/[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu)) {
    const [run] = match;
    let start = 0;
    for (const end of [endOfFirst(run), run.length]) {
      const word = fold(run.slice(start, end));
      if (word !== '') tokens.push({ word, start: match.index + start, end: match.index + end });
      start = end;
    }
  }
  return tokens;
}
