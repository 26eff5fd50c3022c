import { CsvError, parse } from 'csv-parse/sync';
import { parseCell } from './cell.ts';
import { decode, separatorOf } from './decode.ts';
import type { Faults } from './fault.ts';
import { fileOf, type PackageRow, type Resource } from './resource.ts';

/** The rows of one CSV file in canonical form; what is wrong goes to `faults`. */
export function readCsv(resource: Resource, bytes: Uint8Array, faults: Faults): PackageRow[] {
  const file = fileOf(resource);
  const decoded = decode(bytes);
  if (!decoded.ok) {
    faults.add({
      file,
      ...(decoded.row === undefined ? {} : { row: decoded.row }),
      expected: decoded.expected,
    });
    return [];
  }
  const records = parseRecords(file, decoded.text, faults);
  const header = records?.[0];
  if (!records) return [];
  if (!header) {
    faults.add({ file, expected: { rule: 'header' } });
    return [];
  }
  const positions = readHeader(resource, header, faults);
  if (!positions) return [];
  const rows: PackageRow[] = [];
  const firstRowOf = new Map<string, number>();
  records.slice(1).forEach((record, index) => {
    const row = index + 2;
    if (record.every((cell) => cell.trim() === '')) return;
    if (record.length !== header.length) {
      faults.add({
        file,
        row,
        value: String(record.length),
        expected: { rule: 'cells', values: { count: header.length } },
      });
      return;
    }
    const parsed = readRow(resource, record, positions, row, faults);
    if (!parsed) return;
    const first = firstRowOf.get(parsed.key);
    if (first !== undefined) {
      faults.add({
        file,
        row,
        column: 'id',
        value: parsed.key,
        expected: { rule: 'unique', values: { row: first } },
      });
      return;
    }
    firstRowOf.set(parsed.key, row);
    rows.push(parsed);
  });
  return rows;
}

function parseRecords(file: string, text: string, faults: Faults): string[][] | undefined {
  const lineEnd = text.search(/\r|\n/);
  const delimiter = separatorOf(lineEnd < 0 ? text : text.slice(0, lineEnd));
  try {
    return parse(text, {
      delimiter,
      relax_column_count: true,
      skip_empty_lines: false,
      record_delimiter: ['\r\n', '\n', '\r'],
    });
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const row = 'lines' in error && typeof error.lines === 'number' ? error.lines : 1;
    faults.add({
      file,
      row,
      expected: { rule: error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'closed-quote' : 'csv' },
    });
    return undefined;
  }
}

/** Where each column of the resource stands in the file; -1 where it may be left out and is. */
function readHeader(resource: Resource, header: readonly string[], faults: Faults): number[] | undefined {
  const file = fileOf(resource);
  const names = header.map((name) => name.trim());
  const known = new Set(resource.columns.map((column) => column.name));
  let whole = true;
  const refuse = (column: string, rule: string) => {
    faults.add({ file, row: 1, column, expected: { rule } });
    whole = false;
  };
  names.forEach((name, index) => {
    if (!known.has(name)) refuse(name === '' ? `#${index + 1}` : name, 'known-column');
    else if (names.indexOf(name) !== index) refuse(name, 'column-once');
  });
  const positions = resource.columns.map((column) => {
    const position = names.indexOf(column.name);
    if (position < 0 && column.required && column.cell.kind !== 'translation')
      refuse(column.name, 'column-present');
    return position;
  });
  return whole ? positions : undefined;
}

function readRow(
  resource: Resource,
  record: readonly string[],
  positions: readonly number[],
  row: number,
  faults: Faults,
): PackageRow | undefined {
  const file = fileOf(resource);
  let sound = true;
  const refuse = (column: string, value: string, expected: { rule: string }) => {
    faults.add({ file, row, column, value, expected });
    sound = false;
  };
  const cells = resource.columns.map((column, index) => {
    const raw = record[positions[index] ?? -1] ?? '';
    const parsed = parseCell(column.cell, raw);
    if (!parsed.ok) {
      refuse(column.name, raw, parsed.expected);
      return null;
    }
    if (parsed.cell === null && column.required && column.cell.kind !== 'translation') {
      if (column.cell.kind === 'boolean') return 'false';
      refuse(column.name, '', { rule: 'given' });
    }
    return parsed.cell;
  });
  for (const name of missingTexts(resource, cells)) refuse(name, '', { rule: 'one-language' });
  const key = cells[resource.columns.findIndex((column) => column.name === 'id')] ?? '';
  return sound ? { key, cells, row } : undefined;
}

/** Required texts that have no language at all, by the name of their first column. */
function missingTexts(resource: Resource, cells: readonly (string | null)[]): string[] {
  const missing = new Map<string, { name: string; given: boolean }>();
  resource.columns.forEach((column, index) => {
    if (column.cell.kind !== 'translation' || !column.required) return;
    const known = missing.get(column.column) ?? { name: column.name, given: false };
    known.given ||= (cells[index] ?? null) !== null;
    missing.set(column.column, known);
  });
  return [...missing.values()].filter((text) => !text.given).map((text) => text.name);
}
