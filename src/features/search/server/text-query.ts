import type { Match } from './expand.ts';
import { wordsOf } from './expand.ts';

// Words are letters and digits alone (fold.ts), so nothing in them could end the quotation.
function lexeme(word: string): string {
  return `'${word}'`;
}

function either(lexemes: readonly string[]): string {
  return lexemes.length === 0 ? '' : `(${lexemes.join(' | ')})`;
}

function condition(match: Match): string {
  if (match.kind === 'word') return either(wordsOf(match).map(lexeme));
  let condition = '';
  let before = 0;
  for (const { word, at } of match.term.words) {
    condition += condition === '' ? lexeme(word) : ` <${at - before}> ${lexeme(word)}`;
    before = at;
  }
  return `(${condition})`;
}

/** Queries in PostgreSQL's language, as text. */
export interface TextQuery {
  /** What a document must have. */
  where: string;
  /** What it ranks by: the words as typed, then all that stand for them. */
  exact: string;
  all: string;
}

/**
 * Makes the query: all terms, or with `any` at least one. Undefined where nothing could be found: no term at all, or
 * one for which the record has no word.
 */
export function textQuery(
  matches: readonly Match[],
  excluded: readonly Match[],
  how: 'all' | 'any',
): TextQuery | undefined {
  const conditions = matches.map(condition).filter((part) => part !== '');
  if (conditions.length === 0 || (how === 'all' && conditions.length < matches.length)) return undefined;
  const not = excluded
    .map(condition)
    .filter((part) => part !== '')
    .map((part) => ` & !${part}`);
  const typed = matches.flatMap((match) =>
    match.kind === 'word' ? [match.term.word] : match.term.words.map(({ word }) => word),
  );
  return {
    where: `(${conditions.join(how === 'all' ? ' & ' : ' | ')})${not.join('')}`,
    exact: either(typed.map(lexeme)),
    all: either(matches.flatMap(wordsOf).map(lexeme)),
  };
}
