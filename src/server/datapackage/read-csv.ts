import { decode, misencoded } from './decode.ts';
import type { Faults } from './fault.ts';
import { parseRecords } from './parse-records.ts';
import { readHeader } from './read-header.ts';
import { readRow } from './read-row.ts';
import { fileOf, type PackageRow, type ReadTable, type Resource } from './resource.ts';

/** The rows of one CSV file in canonical form; what is wrong goes to `faults`. */
export function readCsv(resource: Resource, bytes: Buffer, faults: Faults): ReadTable {
  const file = fileOf(resource);
  const decoded = decode(bytes);
  switch (decoded.encoding) {
    case 'utf-16':
      faults.add({ file, expected: { rule: 'utf-8-not-utf-16' } });
      return unread(resource);
    case 'unknown':
      tellMisencoded(file, decoded.text, faults);
      return unread(resource);
    case 'utf-8':
      return readText(resource, decoded.text, faults);
  }
}

/** A table of which nothing could be read. */
export function unread(resource: Resource): ReadTable {
  return { resource, rows: [], keys: new Set(), absent: new Set(), isWhole: false };
}

function tellMisencoded(file: string, text: string, faults: Faults): void {
  let header: readonly string[] = [];
  parseRecords(file, text, faults, (record, row) => {
    if (row === 1) header = record;
    record.forEach((cell, index) => {
      const value = misencoded(cell);
      if (value === undefined) return;
      faults.add({ file, row, column: header[index] ?? `#${index + 1}`, value, expected: { rule: 'utf-8' } });
    });
  });
}

function readText(resource: Resource, text: string, faults: Faults): ReadTable {
  const file = fileOf(resource);
  const rows: PackageRow[] = [];
  const rowOf = new Map<string, number>();
  let width = 0;
  let positions: number[] | undefined;
  const readLine = (record: readonly string[], row: number) => {
    if (row === 1) {
      width = usedWidth(record);
      positions = width === 0 ? undefined : readHeader(resource, record.slice(0, width), faults);
      return;
    }
    if (!positions || usedWidth(record) === 0) return;
    // Excel ends lines with separators of columns that were once in use.
    if (record.length < width || usedWidth(record) > width) {
      const count = { count: width, found: record.length };
      faults.add({ file, row, value: record.join(' | '), expected: { rule: 'cells', values: count } });
      return;
    }
    const { key, cells, isSound } = readRow(resource, record, positions, (column, value, expected) =>
      faults.add({ file, row, column, value, expected }),
    );
    const first = rowOf.get(key);
    if (first !== undefined) {
      const expected = { rule: 'unique', values: { row: first } };
      faults.add({ file, row, column: 'id', value: key, expected });
      return;
    }
    if (key !== '') rowOf.set(key, row);
    if (isSound) rows.push({ key, cells, row });
  };
  const isRead = parseRecords(file, text, faults, readLine);
  if (isRead && width === 0) faults.add({ file, row: 1, expected: { rule: 'header' } });
  return {
    resource,
    rows,
    keys: new Set(rowOf.keys()),
    absent: new Set((positions ?? []).flatMap((position, index) => (position < 0 ? [index] : []))),
    isWhole: isRead && positions !== undefined,
  };
}

/** Cells up to the last that holds something. */
function usedWidth(record: readonly string[]): number {
  return record.findLastIndex((cell) => cell.trim() !== '') + 1;
}
