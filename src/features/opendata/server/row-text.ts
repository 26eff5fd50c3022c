import { csvLine, guardFormula } from '#server/datapackage/csv-line.ts';
import type { DataColumn, DataRow } from '../dataset.ts';

/** A row as a line of CSV. Text that a spreadsheet would run as a formula is made plain by an apostrophe. */
export function csvRow(row: DataRow): string {
  return csvLine(row.map((cell) => guardFormula(cell ?? '')));
}

function jsonValue({ type }: DataColumn, cell: string | null): unknown {
  if (type === 'list') return cell === null ? [] : cell.split(';');
  if (cell === null) return null;
  switch (type) {
    case 'string':
      return cell;
    case 'integer':
    case 'number':
      return Number(cell);
    case 'boolean':
      return cell === 'true';
    case 'json':
      return JSON.parse(cell);
  }
}

/** A row as an object: numbers as numbers, lists as lists, the languages of a text together (null where it has none). */
export function jsonRow(columns: readonly DataColumn[], row: DataRow): Record<string, unknown> {
  const object: Record<string, unknown> = {};
  const texts = new Map<string, Record<string, string>>();
  columns.forEach((column, index) => {
    const cell = row[index] ?? null;
    const { translation } = column;
    if (!translation) {
      object[column.name] = jsonValue(column, cell);
      return;
    }
    const known = texts.get(translation.of);
    if (known === undefined) object[translation.of] = null;
    const text = known ?? {};
    texts.set(translation.of, text);
    if (cell === null) return;
    text[translation.language] = cell;
    object[translation.of] = text;
  });
  return object;
}
