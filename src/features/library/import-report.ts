import type { MessageKey } from '#i18n/translate.ts';

/** Faults and duplicates that are told one by one; of more only the number. */
export const mostTold = 200;

export interface RowFault {
  row: number;
  /** As the file calls it. */
  column: string;
  value: string;
  key: MessageKey;
}

/** A row that is like another, or like something that the catalogue has. */
export interface Duplicate {
  row: number;
  by: 'place' | 'isbn' | 'doi' | 'title';
  value: string;
  /** The row of the same file; null: it stands in the catalogue. */
  ofRow: number | null;
  /** Of the same row twice the second is left out. */
  isLeftOut: boolean;
}

export interface ImportReport {
  rows: number;
  added: number;
  changed: number;
  same: number;
  /** Rows with a fault: they are left out, all others are taken. */
  leftOut: number;
  faults: readonly RowFault[];
  faultCount: number;
  duplicates: readonly Duplicate[];
  duplicateCount: number;
  unknownColumns: readonly string[];
  /** How the file is written: other letters than expected show that it was guessed wrong. */
  encoding: 'utf-8' | 'windows-1250' | 'utf-16le';
  isDryRun: boolean;
}

export type ImportRefusal = { key: MessageKey; values?: Readonly<Record<string, string | number>> };

export type CatalogueImport =
  { kind: 'done'; report: ImportReport } | { kind: 'refused'; why: ImportRefusal };
