import type { Language } from '#i18n/languages.ts';
import type { Db } from '#server/database/db.ts';
import { formsOf } from '../inflection.ts';
import type { PhraseTerm, Term, WordTerm } from '../query.ts';
import { leastLengthForTypos, longestForTypos, oneSlipAway } from '../typos.ts';
import {
  isWordElsewhere,
  readKnownWords,
  readSimilarWords,
  readWordsBeginning,
  type KnownWord,
} from './word-store.ts';

const mostBeginnings = 16;
const mostSimilar = 4;

/** A word of the query with the words of the record that stand for it. */
export interface WordMatch {
  kind: 'word';
  term: WordTerm;
  /** Itself and its forms, as far as the record has them. */
  forms: readonly string[];
  /** Words that it is the beginning of, where it is still being written. */
  beginnings: readonly string[];
  /** Where the record has neither: what may have been meant, the likeliest first, and the forms of that. */
  similar: readonly string[];
  /** Documents that may match, at most. */
  occurrences: number;
}

export interface PhraseMatch {
  kind: 'phrase';
  term: PhraseTerm;
  occurrences: number;
}

export type Match = WordMatch | PhraseMatch;

/** Every word of the record that finds something for this term. */
export function wordsOf(match: Match): string[] {
  return match.kind === 'word'
    ? [...match.forms, ...match.beginnings, ...match.similar]
    : match.term.words.map(({ word }) => word);
}

function sum(words: readonly KnownWord[]): number {
  return words.reduce((total, { occurrences }) => total + occurrences, 0);
}

/**
 * What may have been meant by a word that the record does not have: one slip away, else alike. A word of another
 * language was meant as it is.
 */
async function findSimilar(db: Db, language: Language, word: string): Promise<KnownWord[]> {
  if (word.length < leastLengthForTypos || word.length > longestForTypos) return [];
  if (await isWordElsewhere(db, language, word)) return [];
  const slips = await readKnownWords(db, language, [...oneSlipAway(word)]);
  const nearest = [...slips.values()].toSorted((a, b) => b.occurrences - a.occurrences).slice(0, mostSimilar);
  const [meant] = nearest.length > 0 ? nearest : await readSimilarWords(db, language, word, 1);
  if (!meant) return [];
  const forms = await readKnownWords(db, language, [...formsOf(meant.word, language)]);
  return [...new Map([meant, ...nearest, ...forms.values()].map((known) => [known.word, known])).values()];
}

async function expandWord(
  db: Db,
  language: Language,
  term: WordTerm,
  known: ReadonlyMap<string, KnownWord>,
): Promise<WordMatch> {
  const forms = [term.word, ...formsOf(term.word, language)].flatMap((word) => known.get(word) ?? []);
  const beginnings = term.unfinished
    ? (await readWordsBeginning(db, language, term.word, mostBeginnings)).filter(
        ({ word }) => !forms.some((form) => form.word === word),
      )
    : [];
  const found = [...forms, ...beginnings];
  const similar = found.length === 0 ? await findSimilar(db, language, term.word) : [];
  return {
    kind: 'word',
    term,
    forms: forms.map(({ word }) => word),
    beginnings: beginnings.map(({ word }) => word),
    similar: similar.map(({ word }) => word),
    occurrences: sum([...found, ...similar]),
  };
}

/** Finds for each term the words of the record that stand for it. */
export async function expand(db: Db, language: Language, terms: readonly Term[]): Promise<Match[]> {
  const wanted = terms.flatMap((term) =>
    term.kind === 'word' ? [term.word, ...formsOf(term.word, language)] : term.words.map(({ word }) => word),
  );
  const known =
    wanted.length === 0 ? new Map<string, KnownWord>() : await readKnownWords(db, language, wanted);
  return Promise.all(
    terms.map(async (term): Promise<Match> => {
      if (term.kind === 'word') return expandWord(db, language, term, known);
      const occurrences = term.words.map(({ word }) => known.get(word)?.occurrences ?? 0);
      return { kind: 'phrase', term, occurrences: Math.min(...occurrences) };
    }),
  );
}
