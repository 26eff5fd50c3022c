import type { Piece } from '#features/search/highlight.ts';
import type { Localised } from '#i18n/languages.ts';
import type { EntryKind } from './work.ts';

/** Hits on one page. */
export const pageSize = 20;

/** Where a hit was found, in the order in which hits come: whoever looks for a title wants the title. */
export const foundIn = ['exact', 'title', 'author', 'subject', 'year', 'description', 'text'] as const;
export type FoundIn = (typeof foundIn)[number];

/** What an entry of the catalogue shows of itself. */
export interface CatalogueHit {
  id: string;
  origin: 'publication' | 'item';
  key: string;
  kind: EntryKind;
  title: Localised;
  authors: string;
  year: number | null;
  language: string | null;
  hasFile: boolean;
  callNumber: string | null;
  /** undefined where nothing was asked. */
  found: FoundIn | undefined;
  /** Where the words stand in a file of it. */
  passage: { sha256: string; page: number; language: string | null; pieces: Piece[] } | undefined;
}

/** The path of an entry's page, after the language. */
export function pathOf({ origin, key }: Pick<CatalogueHit, 'origin' | 'key'>): string {
  return origin === 'publication' ? `/publications/${key}` : `/library/items/${key}`;
}
