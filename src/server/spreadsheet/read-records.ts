import { languages } from '#i18n/languages.ts';
import { sanitised } from '#forms/sanitised.ts';
import {
  addressOf,
  cellFault,
  type CellFault,
  type SheetColumn,
  type SheetRecord,
  type SheetRows,
} from './sheet.ts';

export interface SheetContent {
  records: readonly SheetRecord[];
  faults: readonly CellFault[];
  /** Where a cell of a record stands: 'B7'. */
  addressIn(record: SheetRecord, key: string): string;
  /** Whether the file has a column: what is missing as a whole says nothing of what stood there. */
  readonly has: (key: string) => boolean;
}

/**
 * The lines of a sheet by the columns of its template: the first line that says something is the header, in either
 * language or by the columns' keys, in any order; empty lines say nothing.
 */
export function readRecords(rows: SheetRows, columns: readonly SheetColumn[]): SheetContent {
  const headerIndex = rows.findIndex((row) => row.some((cell) => sanitised(cell) !== ''));
  const header = rows[headerIndex] ?? [];
  const places = new Map<string, number>();
  const faults: CellFault[] = [];
  header.forEach((cell, index) => {
    const title = sanitised(cell);
    if (title === '') return;
    const column = columns.find((one) => namesOf(one).includes(folded(title)));
    const address = addressOf(index, headerIndex + 1);
    if (!column) faults.push(cellFault(address, title, 'spreadsheet.fault.unknown-column'));
    else if (places.has(column.key)) faults.push(cellFault(address, title, 'spreadsheet.fault.column-twice'));
    else places.set(column.key, index);
  });
  for (const { key, required, header: names } of columns) {
    if (!required || places.has(key)) continue;
    const values = { column: languages.map((language) => names[language]).join(' / ') };
    faults.push(
      cellFault(addressOf(0, Math.max(headerIndex, 0) + 1), '', 'spreadsheet.fault.no-column', values),
    );
  }
  const records = rows.flatMap((row, index) => {
    if (index <= headerIndex || headerIndex < 0) return [];
    const cells = Object.fromEntries(
      columns.map(({ key }) => [key, sanitised(row[places.get(key) ?? -1] ?? '')]),
    );
    return Object.values(cells).some((cell) => cell !== '') ? [{ line: index + 1, cells }] : [];
  });
  return {
    records,
    faults,
    addressIn: ({ line }, key) => addressOf(places.get(key) ?? 0, line),
    has: (key) => places.has(key),
  };
}

function namesOf({ key, header }: SheetColumn): string[] {
  return [key, ...languages.map((language) => header[language])].map(folded);
}

/** As names are compared: people type e for ë and c for ç, and capitals as they like. */
export function folded(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/\s+/g, ' ')
    .trim();
}
