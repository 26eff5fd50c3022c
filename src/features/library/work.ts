import type { Localised } from '#i18n/languages.ts';

/** Kinds of what the network brings out. */
export const publicationKinds = [
  'report',
  'analysis',
  'manual',
  'contract',
  'conference',
  'book',
  'other',
] as const;
export type PublicationKind = (typeof publicationKinds)[number];

/** Kinds of what stands on a shelf. */
export const itemKinds = ['book', 'report', 'manual', 'periodical', 'other'] as const;
export type ItemKind = (typeof itemKinds)[number];

/** Everything that the catalogue holds, in the order in which it is offered. */
export const entryKinds = [
  'report',
  'analysis',
  'manual',
  'contract',
  'conference',
  'book',
  'periodical',
  'other',
] as const;
export type EntryKind = (typeof entryKinds)[number];

export interface Author {
  name: string;
  role: 'author' | 'editor';
}

/** A publication or a book as a library describes it: what citations and exports are made of. */
export interface Work {
  /** Unique in the catalogue: 'publications/raporti-2025', 'library/qkv/a-12'. */
  path: string;
  kind: EntryKind;
  title: Localised;
  summary: Localised | null;
  authors: readonly Author[];
  /** Known to the year, month or day. */
  publishedOn: string | null;
  publisher: string | null;
  place: string | null;
  series: string | null;
  subjects: readonly string[];
  isbn: string | null;
  doi: string | null;
  pages: number | null;
  language: string | null;
  otherLanguages: readonly string[];
  licence: string | null;
  /** Where it is read elsewhere. */
  url: string | null;
  /** What everyone may have of it here. */
  files: readonly {
    sha256: string;
    language: string;
    mediaType: string;
    size: number;
    pages: number | null;
  }[];
}

/** The year that something came out. */
export function yearOf(publishedOn: string | null): string | undefined {
  return publishedOn?.slice(0, 4);
}

/** Its title in its own language, else in any. */
export function ownTitle({ title, language }: Pick<Work, 'title' | 'language'>): string {
  const own = language === 'sq' || language === 'en' ? title[language] : undefined;
  return own || title.sq || title.en || '';
}

export function namesOf({ authors }: Pick<Work, 'authors'>, role: Author['role']): string[] {
  return authors.filter((author) => author.role === role).map(({ name }) => name);
}
