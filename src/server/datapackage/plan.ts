import type { ClientBase } from 'pg';
import { canonicalJson } from './cell.ts';
import type { Faults } from './fault.ts';
import type { OnProgress } from './progress.ts';
import { fileOf, type Cells, type PackageRow, type ReadTable, type Resource } from './resource.ts';
import { selectCells } from './select-cells.ts';

export interface CellChange {
  column: string;
  before: string | null;
  after: string | null;
}

export interface ChangedRow {
  row: PackageRow;
  changes: readonly CellChange[];
}

/** What an import would do to one table. A row that the package does not have stays as it is. */
export interface TablePlan {
  resource: Resource;
  added: PackageRow[];
  changed: ChangedRow[];
  unchanged: number;
}

const batchSize = 5_000;

/** Compares every row of the package with the database, in batches. A published row that differs is a fault. */
export async function planImport(
  client: ClientBase,
  tables: readonly ReadTable[],
  faults: Faults,
  onProgress: OnProgress,
): Promise<TablePlan[]> {
  const plans: TablePlan[] = [];
  for (const table of tables) {
    const { resource, rows } = table;
    const plan: TablePlan = { resource, added: [], changed: [], unchanged: 0 };
    for (let start = 0; start < rows.length; start += batchSize) {
      await planBatch(client, plan, table, rows.slice(start, start + batchSize), faults);
      const done = Math.min(start + batchSize, rows.length);
      onProgress({ stage: 'compare', resource: resource.name, done, total: rows.length });
    }
    plans.push(plan);
  }
  return plans;
}

async function planBatch(
  client: ClientBase,
  plan: TablePlan,
  { resource, absent }: ReadTable,
  rows: readonly PackageRow[],
  faults: Faults,
): Promise<void> {
  const keys = rows.map((row) => row.key);
  const known = await readCells(client, resource, keys);
  for (const row of rows) {
    const before = known.get(row.key);
    if (!before) {
      plan.added.push(row);
      continue;
    }
    const after = row.cells.map((cell, index) => (absent.has(index) ? (before[index] ?? null) : cell));
    const changes = compare(resource, before, after);
    if (changes.length === 0) plan.unchanged += 1;
    else if (resource.isPublished) refuseOverwrite(resource, row, changes, faults);
    else plan.changed.push({ row: { ...row, cells: after }, changes });
  }
}

function refuseOverwrite(
  resource: Resource,
  { row }: PackageRow,
  changes: readonly CellChange[],
  faults: Faults,
): void {
  for (const { column, before, after } of changes) {
    const expected = { rule: 'published', values: { before: before ?? '' } };
    faults.add({ file: fileOf(resource), row, column, value: after ?? '', expected });
  }
}

/** The cells in the database of the rows with these keys. */
async function readCells(
  client: ClientBase,
  resource: Resource,
  keys: readonly string[],
): Promise<Map<string, Cells>> {
  const { rows } = await client.query<{ key: string; cells: (string | null)[] }>(
    `${selectCells(resource)} WHERE t.key = ANY($1)`,
    [keys],
  );
  return new Map(rows.map(({ key, cells }) => [key, canonical(resource, cells)]));
}

/** PostgreSQL writes jsonb in a form of its own. */
export function canonical(resource: Resource, cells: Cells): Cells {
  const hasJson = resource.columns.some((column) => column.cell.kind === 'json');
  if (!hasJson) return cells;
  return cells.map((cell, index) =>
    cell !== null && resource.columns[index]?.cell.kind === 'json' ? canonicalJson(JSON.parse(cell)) : cell,
  );
}

function compare(resource: Resource, before: Cells, after: Cells): CellChange[] {
  return resource.columns.flatMap(({ name }, index) => {
    const old = before[index] ?? null;
    const next = after[index] ?? null;
    return old === next ? [] : [{ column: name, before: old, after: next }];
  });
}
