import type { Language } from '#i18n/languages.ts';
import type { SearchKind } from '../kinds.ts';
import type { Match } from './expand.ts';
import { wordsOf } from './expand.ts';

/** A word in PostgreSQL's query language. It is letters and digits alone (fold.ts): nothing could end the quotation. */
export function lexeme(word: string): string {
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

/** What a document must be beside what it says, as `words` holds it (migrations/0008_search.sql). */
export interface Filters {
  kind?: SearchKind | undefined;
  municipalityId?: string | undefined;
  year?: number | undefined;
}

/** The same query for documents in one language, and of one kind, municipality or year. */
export function filtered(where: string, language: Language, { kind, municipalityId, year }: Filters): string {
  const marks = [
    lexeme(`l:${language}`),
    ...(kind === undefined ? [] : [lexeme(`k:${kind}`)]),
    ...(municipalityId === undefined ? [] : [lexeme(`m:${municipalityId}`)]),
    ...(year === undefined ? [] : [lexeme(`y:${year}`)]),
  ];
  return [`(${where})`, ...marks].join(' & ');
}

/** Queries in PostgreSQL's language, as text. */
export interface TextQuery {
  /** What a document must have. */
  where: string;
  /** A looser one that the index alone can answer, where there are phrases: their words in any order. */
  loosely: string | undefined;
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
  const joined = conditions.join(how === 'all' ? ' & ' : ' | ');
  const where = `(${joined})${not.join('')}`;
  return {
    where,
    loosely: / <\d+> /.test(where) ? joined.replaceAll(/ <\d+> /g, ' & ') : undefined,
    exact: either(typed.map(lexeme)),
    all: either(matches.flatMap(wordsOf).map(lexeme)),
  };
}
