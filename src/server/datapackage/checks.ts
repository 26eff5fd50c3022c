import type { ClientBase } from 'pg';
import type { Faults } from './fault.ts';
import type { TablePlan } from './plan.ts';
import { fileOf, type ReadTable } from './resource.ts';

/** A rule between rows that a single CHECK cannot say; looked for in the database once the package's rows are in it. */
export interface PackageCheck {
  /** Names the message `package.expected.<rule>`. */
  rule: string;
  resource: string;
  column: string;
  /** Resources whose rows decide whether it holds: it is looked for where one of them changes. */
  readonly reads: readonly string[];
  /** Rows at fault: `key` of the row, `value` that stands in the column. */
  find: (client: ClientBase) => Promise<{ key: string; value: string }[]>;
}

/** Looks for rows at fault, each told by its row in the package, or by its id where it is in the record alone. */
export async function runChecks(
  client: ClientBase,
  checks: readonly PackageCheck[],
  plans: readonly TablePlan[],
  tables: readonly ReadTable[],
  faults: Faults,
): Promise<void> {
  const changing = new Set(
    plans.filter((plan) => plan.added.length + plan.changed.length > 0).map((plan) => plan.resource.name),
  );
  for (const { rule, resource, column, reads, find } of checks) {
    if (!reads.some((name) => changing.has(name))) continue;
    const found = await find(client);
    if (found.length === 0) continue;
    const rows = tables.find((table) => table.resource.name === resource)?.rows ?? [];
    const rowOf = new Map(rows.map(({ key, row }) => [key, row]));
    for (const { key, value } of found) {
      const row = rowOf.get(key);
      const place = row === undefined ? { key } : { row };
      faults.add({
        file: fileOf({ name: resource }),
        ...place,
        column,
        value,
        expected: { rule, values: { key } },
      });
    }
  }
}
