import type { ClientBase, DatabaseError } from 'pg';
import type { Constraint } from './constraints.ts';
import { cellsOf } from './duplicates.ts';
import type { Fault } from './fault.ts';
import { idOf } from './ids.ts';
import { fileOf, type PackageRow, type Resource } from './resource.ts';

/** The fault of a row that a constraint of the database refuses, in terms of the package. */
export async function tellConstraint(
  client: ClientBase,
  resource: Resource,
  row: PackageRow,
  error: DatabaseError,
  constraints: readonly Constraint[],
): Promise<Fault> {
  const broken = constraints.find(({ table, name }) => table === resource.table && name === error.constraint);
  if (!broken) {
    return {
      file: fileOf(resource),
      row: row.row,
      column: error.column ?? 'id',
      value: row.key,
      expected: { rule: 'constraint', values: { rule: error.message } },
    };
  }
  const places = cellsOf(resource, broken.columns);
  const fault = {
    file: fileOf(resource),
    row: row.row,
    column: places.map(({ name }) => name).join(', '),
    value: places.map(({ index }) => row.cells[index] ?? '').join(', '),
  };
  if (broken.kind === 'check') {
    return { ...fault, expected: { rule: `check.${broken.name}`, values: { rule: broken.definition } } };
  }
  const key = await keyOfOther(client, resource, row, broken);
  return { ...fault, expected: { rule: 'unique-in-record', values: { key } } };
}

/** The row that already says what a unique constraint allows once. */
async function keyOfOther(
  client: ClientBase,
  resource: Resource,
  row: PackageRow,
  { columns }: Constraint,
): Promise<string> {
  const values = cellsOf(resource, columns).map(({ index }) => {
    const cell = resource.columns[index]?.cell;
    const text = row.cells[index] ?? null;
    return cell?.kind === 'reference' && text !== null ? idOf(cell.table, text) : text;
  });
  const { rows } = await client.query<{ key: string }>(
    `SELECT key FROM ${resource.table} WHERE ${columns.map((column, index) => `${column}::text = $${index + 1}`).join(' AND ')}`,
    values,
  );
  return rows[0]?.key ?? '';
}
