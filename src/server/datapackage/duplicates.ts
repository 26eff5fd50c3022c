import type { Constraint } from './constraints.ts';
import type { Faults } from './fault.ts';
import { fileOf, type PackageRow, type ReadTable, type Resource } from './resource.ts';

/** Rows of the package that say the same where the table allows it once; each fault names both rows. */
export function checkDuplicates(
  tables: readonly ReadTable[],
  constraints: readonly Constraint[],
  faults: Faults,
): void {
  for (const { resource, rows } of tables) {
    for (const { table, kind, columns } of constraints) {
      if (table === resource.table && kind === 'unique') checkOne(resource, rows, columns, faults);
    }
  }
}

function checkOne(
  resource: Resource,
  rows: readonly PackageRow[],
  columns: readonly string[],
  faults: Faults,
): void {
  const places = cellsOf(resource, columns);
  const first = new Map<string, number>();
  for (const { cells, row } of rows) {
    const values = places.map(({ index }) => cells[index] ?? null);
    // SQL counts no empty cell as equal to another.
    if (values.includes(null)) continue;
    const value = values.join(', ');
    const earlier = first.get(value);
    if (earlier === undefined) {
      first.set(value, row);
    } else {
      const column = places.map(({ name }) => name).join(', ');
      const expected = { rule: 'unique', values: { row: earlier } };
      faults.add({ file: fileOf(resource), row, column, value, expected });
    }
  }
}

/** Where the columns of a table stand among a resource's cells: each language of a text by itself. */
export function cellsOf(
  resource: Resource,
  columns: readonly string[],
): readonly { index: number; name: string }[] {
  return resource.columns.flatMap(({ column, name }, index) =>
    columns.includes(column) ? [{ index, name }] : [],
  );
}
