import type { Language } from '#i18n/languages.ts';
import type { Piece } from './highlight.ts';
import type { SearchKind } from './kinds.ts';

/** Results on one page. */
export const pageSize = 20;
/** Fewer results than this may mean that the words are of the other language. */
export const fewResults = 5;
/** Of more results than this it is only said that there are more. */
export const mostCounted = 1000;

export interface SearchQuery {
  language: Language;
  /** As typed: anything. */
  q: string;
  kind?: SearchKind | undefined;
  /** Key of a municipality. */
  municipality?: string | undefined;
  year?: number | undefined;
  /** Results to skip. */
  after?: number | undefined;
}

export interface SearchResult {
  kind: SearchKind;
  key: string;
  href: string;
  title: Piece[];
  snippet: Piece[];
  /** Language of title and snippet. */
  textLanguage: Language;
  municipality: { key: string; name: string } | null;
  year: number | null;
}

/** A count that stops at some point: 'more than 1,000'. */
export interface Count {
  count: number;
  /** There are more. */
  more: boolean;
}

export interface SearchAnswer {
  /** What was asked, tidied and cut to length. */
  text: string;
  /** It was longer than may be asked. */
  cut: boolean;
  /**
   * 'empty': nothing was asked. 'too-short': a single letter. 'too-common': words that stand everywhere.
   * 'found', or 'none' where nothing matches.
   */
  state: 'empty' | 'too-short' | 'too-common' | 'found' | 'none';
  /** Words left out as too common. */
  common: readonly string[];
  /** No document has all the words: these have some. */
  some: boolean;
  /** Words that the record does not have, and what was looked for in their stead ('' for nothing). */
  unknown: readonly { typed: string; instead: string }[];
  /** The question with those words replaced. */
  suggestion: string | undefined;
  /** The municipality asked for. */
  municipality: { key: string; name: string } | undefined;
  total: Count;
  kinds: readonly ({ kind: SearchKind } & Count)[];
  /** What one may narrow the results to: years and municipalities that occur among them. */
  years: readonly number[];
  municipalities: readonly { key: string; name: string }[];
  results: readonly SearchResult[];
  /** Results to skip for the page before and after this one. */
  previous: number | undefined;
  next: number | undefined;
  /** Where little or nothing was found in this language and more in another. */
  elsewhere: { language: Language; total: Count } | undefined;
}
