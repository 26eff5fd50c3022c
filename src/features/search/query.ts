import type { Language } from '#i18n/languages.ts';
import { tokenise, type Token } from './fold.ts';
import { stopWords } from './stopwords.ts';

/** What one may type, in characters; the rest is cut, and the page says so. */
export const longestQuery = 200;
/** More words than this find nothing more exact; the rest is not looked for. */
export const mostTerms = 12;

/** A word to be found in any of its forms. */
export interface WordTerm {
  kind: 'word';
  word: string;
  /** As typed, to be shown back. */
  typed: string;
  /** The last word, still being written: its beginning is enough. */
  unfinished: boolean;
}

/** Words in quotation marks, to be found as they stand; `at` is the place of each, counting the common words between. */
export interface PhraseTerm {
  kind: 'phrase';
  words: readonly { word: string; at: number }[];
}

export type Term = WordTerm | PhraseTerm;

export interface Query {
  /** What was asked, tidied and cut to length: shown back. */
  text: string;
  cut: boolean;
  terms: readonly Term[];
  excluded: readonly Term[];
  /** Words left out as too common to find anything by, as typed. */
  common: readonly string[];
}

const quoted = /(-?)["“”„«»]([^"“”„«»]*)["“”„«»]/gu;

/** One line of well-formed text, cut to what may be asked. */
function tidy(raw: string): { text: string; cut: boolean } {
  // What is far too long is cut before it is worked on.
  const line = raw
    .slice(0, 20 * longestQuery)
    .toWellFormed()
    .normalize('NFC')
    .replace(/[\p{C}\p{Z}]+/gu, ' ')
    .trimStart();
  const characters = [...line];
  const cut = characters.length > longestQuery || raw.length > 20 * longestQuery;
  return { text: characters.slice(0, longestQuery).join(''), cut };
}

function isTooCommon(word: string, language: Language): boolean {
  return stopWords[language].has(word);
}

/** Words in quotation marks; one word alone is a phrase of one: that form and no other. */
function phraseOf(tokens: readonly Token[], language: Language): PhraseTerm | undefined {
  const words = tokens
    .map(({ word }, at) => ({ word, at }))
    .filter(({ word }) => !isTooCommon(word, language));
  return words.length === 0 ? undefined : { kind: 'phrase', words };
}

function keyOf(term: Term): string {
  return term.kind === 'word' ? term.word : JSON.stringify(term.words);
}

/** Adds a term unless it is there already; what was once unfinished stays so. */
function add(terms: Term[], term: Term): void {
  const known = terms.findIndex((other) => keyOf(other) === keyOf(term));
  if (known === -1 && terms.length < mostTerms) terms.push(term);
  else if (known !== -1 && term.kind === 'word' && term.unfinished) terms[known] = term;
}

/**
 * Reads what somebody typed into a search box: words, "words as they stand", -words to leave out. Any string is a valid
 * query; signs that mean nothing here mean nothing.
 */
export function parseQuery(raw: string, language: Language): Query {
  const { text, cut } = tidy(raw);
  const terms: Term[] = [];
  const excluded: Term[] = [];
  const common: string[] = [];

  // Quoted parts are read first and leave blanks, so that places in the text stay as they are.
  const rest = text.replace(quoted, (whole, minus: string, inside: string) => {
    const tokens = tokenise(inside);
    const phrase = phraseOf(tokens, language);
    if (phrase) add(minus === '' ? terms : excluded, phrase);
    else common.push(...tokens.map((token) => inside.slice(token.start, token.end)));
    return ' '.repeat(whole.length);
  });

  const tokens = tokenise(rest);
  for (const { word, start, end } of tokens) {
    const typed = rest.slice(start, end);
    const unfinished = end === rest.length;
    if (/(^|\s)-$/.test(rest.slice(0, start)))
      add(excluded, { kind: 'word', word, typed, unfinished: false });
    else if (isTooCommon(word, language)) common.push(typed);
    else add(terms, { kind: 'word', word, typed, unfinished });
  }

  // One common word alone may be the beginning of another ("për" of "përmirësim").
  const last = tokens.at(-1);
  if (
    terms.length === 0 &&
    tokens.length === 1 &&
    last !== undefined &&
    last.end === rest.length &&
    [...last.word].length > 1
  ) {
    const typed = rest.slice(last.start, last.end);
    if (common.at(-1) === typed) {
      common.pop();
      terms.push({ kind: 'word', word: last.word, typed, unfinished: true });
    }
  }
  return { text: text.trimEnd(), cut, terms, excluded, common };
}

/** The words of a query without its quotation marks: any form of them will do. */
export function withoutQuotes(text: string): string {
  return text
    .replaceAll(/["“”„«»]/gu, ' ')
    .replaceAll(/ +/g, ' ')
    .trim();
}
