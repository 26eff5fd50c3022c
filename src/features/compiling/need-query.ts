import { tokenise } from '#features/search/fold.ts';
import { formsOf } from '#features/search/inflection.ts';
import { stopWords } from '#features/search/stopwords.ts';
import { leastLengthForTypos, longestForTypos, oneSlipAway } from '#features/search/typos.ts';
import { languages } from '#i18n/languages.ts';

/** Share of their words, in any form, that two needs must have in common to be taken for the same. */
export const leastShared = 0.7;

/** More words than this find nothing more exact. */
const mostWords = 6;

/** The distinct words of a text that one finds needs by, folded; where all are common ones, those. */
function contentWords(text: string): string[] {
  const words = [...new Set(tokenise(text).map(({ word }) => word))];
  const telling = words.filter((word) => !languages.some((language) => stopWords[language].has(word)));
  return telling.length > 0 ? telling : words;
}

interface BoardIds {
  municipalityId: string;
  mandateId: string;
}

/** What a board's words begin with in the index (need_words in migrations/0016_compiling.sql). */
function boardName({ municipalityId, mandateId }: BoardIds): string {
  return municipalityId.slice(0, 8) + mandateId.slice(0, 4);
}

/** Words are letters and digits alone (fold.ts), so nothing could end the quotation. */
function either(board: BoardIds, words: Iterable<string>, prefix?: string): string {
  const name = `${boardName(board)}w`;
  const parts = [...words].map((word) => `'${name}${word}'`);
  if (prefix !== undefined) parts.push(`'${name}${prefix}':*`);
  return `(${parts.join(' | ')})`;
}

function formsInAny(word: string): Set<string> {
  return new Set([word, ...languages.flatMap((language) => [...formsOf(word, language)])]);
}

/**
 * What somebody typed, as a query over the needs of a board: every word, in any of its forms, or begun. Undefined where
 * nothing was asked.
 * @param slips also words that one slip of the hand away: asked where nothing else was found
 */
export function needQuery(typed: string, board: BoardIds, slips: boolean): string | undefined {
  const words = contentWords(typed.slice(0, 400)).slice(0, mostWords);
  if (words.length === 0) return undefined;
  return words
    .map((word) => {
      const forms = formsInAny(word);
      const length = [...word].length;
      if (slips && length >= leastLengthForTypos && length <= longestForTypos) {
        for (const other of oneSlipAway(word)) forms.add(other);
      }
      return either(board, forms, length >= 2 ? word : undefined);
    })
    .join(' & ');
}

/** The part of a word that its forms share, roughly: Albanian endings are up to three letters. As the index has it (need_words). */
export function stemOf(word: string): string {
  const letters = [...word];
  return letters.slice(0, Math.min(6, Math.max(4, letters.length - 3))).join('');
}

/** The stems of a need's words: what it is compared by. */
export function stemsOf(statement: string): string[] {
  return [...new Set(contentWords(statement).map(stemOf))];
}

/** Words that a need shares with those that may say the same: some, to be looked at; most, to be looked at first. */
export interface NearWords {
  some: string;
  most: string;
}

/**
 * The needs of a board that may say the same as this one: those that share half of its words, in any form, and two at least
 * (one, where it has no more). They are then ranked by the three-letter pieces that they share.
 */
export function nearQuery(statement: string, board: BoardIds): NearWords | undefined {
  const stems = longestFirst(stemsOf(statement)).slice(0, mostWords);
  if (stems.length === 0) return undefined;
  const lexemes = stems.map((stem) => `'${boardName(board)}s${stem}'`);
  const shared = Math.min(stems.length, Math.max(2, Math.ceil(stems.length / 2)));
  return {
    some: atLeast(lexemes, shared),
    most: atLeast(lexemes, Math.max(shared, stems.length - 1)),
  };
}

/**
 * The needs of a board that share as many of this one's words as those that are taken for the same do (alike.ts), as far as
 * its longest words tell. Undefined where it has no words.
 */
export function alikeQuery(statement: string, board: BoardIds): string | undefined {
  const stems = longestFirst(stemsOf(statement));
  const told = stems.slice(0, mostWords);
  if (told.length === 0) return undefined;
  const mayLack = stems.length - Math.ceil(leastShared * stems.length);
  const shared = Math.max(Math.min(2, told.length), told.length - mayLack);
  return atLeast(
    told.map((stem) => `'${boardName(board)}s${stem}'`),
    shared,
  );
}

/** The longer a word, the more it tells. */
function longestFirst(stems: readonly string[]): string[] {
  return stems.toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1));
}

/** At least so many of a list: with the first, and so many less one of the others; or so many of the others alone. */
function atLeast(lexemes: readonly string[], count: number): string {
  const [first, ...others] = lexemes;
  if (first === undefined || count === lexemes.length) return lexemes.join(' & ');
  if (count === 1) return lexemes.join(' | ');
  return `${first} & (${atLeast(others, count - 1)}) | (${atLeast(others, count)})`;
}
