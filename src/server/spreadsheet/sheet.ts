import type { FieldFault } from '#forms/form.ts';
import type { Language } from '#i18n/languages.ts';

/** Lines of a spreadsheet as it came, each cell as text; the first line is line 1. */
export type SheetRows = readonly (readonly string[])[];

/** One column of a template: what its cells are called, in both languages, and what may stand in them. */
export interface SheetColumn {
  key: string;
  header: Readonly<Record<Language, string>>;
  /** What is expected in it, for the sheet of instructions. */
  hint: Readonly<Record<Language, string>>;
  example: Readonly<Record<Language, string>>;
  /** Whether a file without the column is refused. */
  required: boolean;
}

/** A line of data: its cells by the columns' keys; '' where the file has none. */
export interface SheetRecord {
  /** As a spreadsheet counts. */
  line: number;
  cells: Readonly<Record<string, string>>;
}

/** What is wrong with one cell, where it stands, and what was expected there. */
export interface CellFault {
  /** As a spreadsheet names it: 'B7'. */
  address: string;
  /** What stands there, shortened. */
  value: string;
  key: FieldFault['key'];
  values?: FieldFault['values'];
}

/** 'A', 'B' … 'Z', 'AA': how a spreadsheet names a column; the first is 0. */
export function columnLetters(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnLetters(Math.floor(index / 26) - 1) + letter;
}

export function addressOf(column: number, line: number): string {
  return `${columnLetters(column)}${line}`;
}

const shownOfValue = 80;

export function cellFault(
  address: string,
  value: string,
  key: CellFault['key'],
  values?: CellFault['values'],
): CellFault {
  const shown = value.length > shownOfValue ? `${value.slice(0, shownOfValue)}…` : value;
  return { address, value: shown, key, ...(values ? { values } : {}) };
}
