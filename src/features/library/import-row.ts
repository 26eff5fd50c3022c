import { sanitised } from '#forms/sanitised.ts';
import type { MessageKey } from '#i18n/translate.ts';
import { normaliseDoi } from './doi.ts';
import { linesOf } from './draft.ts';
import { readKind, readLanguage, type ImportField } from './import-columns.ts';
import { normaliseIsbn } from './isbn.ts';
import type { ItemKind } from './work.ts';

/** A row of a catalogue as it is written. */
export interface ImportedItem {
  kind: ItemKind;
  title: string;
  authors: string[];
  publisher: string | null;
  place: string | null;
  published_on: string | null;
  language: string | null;
  series: string | null;
  subjects: string[];
  isbn: string | null;
  doi: string | null;
  pages: number | null;
  call_number: string | null;
  shelf: string | null;
  copies: number;
}

/** What is wrong with a cell; the row and the column's name stand beside it. */
export interface CellFault {
  field: ImportField;
  value: string;
  key: MessageKey;
}

const longest: Readonly<Partial<Record<ImportField, number>>> = {
  title: 500,
  publisher: 200,
  place: 200,
  series: 200,
  callNumber: 100,
  shelf: 100,
};

function partsOf(cell: string, separators: RegExp): string[] {
  return linesOf(cell.replaceAll(separators, '\n'));
}

function dateOf(cell: string): string | undefined {
  // '[2019]', 'c. 2019', '2019.' say the year 2019.
  const [year] = /^(?:c\.?|rreth|about)?\s*\[?(\d{4})\]?\.?$/i.exec(cell)?.slice(1) ?? [];
  const date = year ?? cell;
  const [ofYear = '', month = '01', day = '01'] = date.split('-');
  if (!/^\d{4}(-\d\d){0,2}$/.test(date) || ofYear < '1400' || ofYear > '2199') return undefined;
  const instant = new Date(`${ofYear}-${month}-${day}T00:00:00Z`);
  return Number.isNaN(instant.getTime()) || instant.getUTCDate() !== Number(day) ? undefined : date;
}

function wholeOf(cell: string, least: number, most: number): number | undefined {
  const [digits] = /^(\d{1,7})(?:\s*(?:f\.|ff\.|fq\.|faqe|p\.|pp\.|pages))?$/i.exec(cell)?.slice(1) ?? [];
  const number = Number(digits);
  return digits !== undefined && number >= least && number <= most ? number : undefined;
}

/** Reads one row; every cell that cannot be what its column says is a fault. */
export function readImportRow(
  cells: readonly string[],
  fields: readonly (ImportField | undefined)[],
): { item: ImportedItem; faults: CellFault[] } {
  const faults: CellFault[] = [];
  const given = new Map<ImportField, string>();
  for (const [index, field] of fields.entries()) {
    const text = sanitised(cells[index] ?? '')
      .replaceAll(/\s*\n\s*/g, '; ')
      .trim();
    if (field !== undefined && text !== '') given.set(field, text);
  }
  const fault = (field: ImportField, key: MessageKey) => {
    faults.push({ field, value: (given.get(field) ?? '').slice(0, 100), key });
  };
  const text = (field: ImportField): string | null => {
    const value = given.get(field) ?? null;
    if (value === null || value.length <= (longest[field] ?? 200)) return value;
    fault(field, 'library.import.fault.long');
    return null;
  };
  function read<T>(field: ImportField, how: (cell: string) => T | undefined, key: MessageKey): T | null {
    const cell = given.get(field);
    if (cell === undefined) return null;
    const value = how(cell);
    if (value === undefined) fault(field, key);
    return value ?? null;
  }
  const title = text('title');
  if (title === null && !faults.some(({ field }) => field === 'title'))
    fault('title', 'library.import.fault.no-title');
  const authors = partsOf(given.get('authors') ?? '', /;/g);
  if (authors.length > 50 || authors.some((name) => name.length > 200))
    fault('authors', 'library.import.fault.long');
  const subjects = partsOf(given.get('subjects') ?? '', /[;,|]/g);
  if (subjects.length > 50 || subjects.some((subject) => subject.length > 200))
    fault('subjects', 'library.import.fault.long');
  return {
    item: {
      title: title ?? '',
      authors,
      subjects,
      kind: read('kind', readKind, 'library.import.fault.kind') ?? 'book',
      publisher: text('publisher'),
      place: text('place'),
      published_on: read('date', dateOf, 'library.import.fault.date'),
      language: read('language', readLanguage, 'library.import.fault.language'),
      series: text('series'),
      isbn: read('isbn', normaliseIsbn, 'publication.fault.isbn'),
      doi: read('doi', normaliseDoi, 'publication.fault.doi'),
      pages: read('pages', (cell) => wholeOf(cell, 1, 100_000), 'library.import.fault.pages'),
      call_number: text('callNumber'),
      shelf: text('shelf'),
      copies: read('copies', (cell) => wholeOf(cell, 0, 1000), 'library.import.fault.copies') ?? 1,
    },
    faults,
  };
}

/** What tells an item apart from others on the same shelves: its place, else its number, else what its title page says. */
export function identityOf(item: ImportedItem): string {
  if (item.call_number !== null) return `c ${item.call_number}`;
  if (item.isbn !== null) return `i ${item.isbn}`;
  if (item.doi !== null) return `d ${item.doi}`;
  return `t ${item.title} | ${item.authors.join('; ')} | ${item.published_on ?? ''}`;
}
