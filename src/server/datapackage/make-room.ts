import type { ClientBase } from 'pg';
import type { Constraint } from './constraints.ts';
import { idOf } from './ids.ts';
import type { TablePlan } from './plan.ts';

/** Far above any position in use, within a smallint. */
const aside = 16_384;

/**
 * Moves rows aside whose place in an order changes, so that two can change places: PostgreSQL compares each row with
 * the others as it writes it, not when all are written.
 */
export async function makeRoom(
  client: ClientBase,
  { resource, changed }: TablePlan,
  constraints: readonly Constraint[],
): Promise<void> {
  for (const { name, column, cell } of resource.columns) {
    const isUnique = constraints.some(
      ({ table, kind, columns }) => table === resource.table && kind === 'unique' && columns.includes(column),
    );
    if (!isUnique || cell.kind !== 'integer') continue;
    const ids = changed
      .filter(({ changes }) => changes.some((change) => change.column === name))
      .map(({ row }) => idOf(resource.table, row.key));
    if (ids.length === 0) continue;
    await client.query(
      `UPDATE ${resource.table} SET ${column} = ${column} + ${aside} WHERE id = ANY($1::uuid[]) AND ${column} < ${aside}`,
      [ids],
    );
  }
}
