import { parseCell } from './cell.ts';
import type { Expected } from './fault.ts';
import type { Cells, Resource } from './resource.ts';

export interface ReadRow {
  /** Empty where the row has none. */
  key: string;
  cells: Cells;
  isSound: boolean;
}

/**
 * The cells of a record in canonical form, in the order of the resource's columns.
 * @param positions where each column stands in the record; -1 where it does not
 * @param refuse told of each cell at fault
 */
export function readRow(
  resource: Resource,
  record: readonly string[],
  positions: readonly number[],
  refuse: (column: string, value: string, expected: Expected) => void,
): ReadRow {
  let isSound = true;
  const fault = (column: string, value: string, expected: Expected) => {
    refuse(column, value, expected);
    isSound = false;
  };
  const cells = resource.columns.map(({ name, cell, required }, index) => {
    const raw = record[positions[index] ?? -1] ?? '';
    const parsed = parseCell(cell, raw);
    if (!parsed.ok) {
      fault(name, raw, parsed.expected);
      return null;
    }
    if (parsed.cell !== null || !required || cell.kind === 'translation') return parsed.cell;
    // An empty flag is one that is not set.
    if (cell.kind === 'boolean') return 'false';
    fault(name, '', { rule: 'given' });
    return null;
  });
  for (const name of missingTexts(resource, cells)) fault(name, '', { rule: 'one-language' });
  return { key: cells[resource.columns.findIndex((column) => column.name === 'id')] ?? '', cells, isSound };
}

/** Required texts that have no language at all, by the name of their first column. */
function missingTexts(resource: Resource, cells: Cells): string[] {
  const missing = new Map<string, string>();
  const given = new Set<string>();
  resource.columns.forEach(({ name, column, cell, required }, index) => {
    if (cell.kind !== 'translation' || !required) return;
    if ((cells[index] ?? null) !== null) given.add(column);
    else if (!missing.has(column)) missing.set(column, name);
  });
  return [...missing].flatMap(([column, name]) => (given.has(column) ? [] : [name]));
}
