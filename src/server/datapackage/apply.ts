import pg, { type ClientBase } from 'pg';
import { splitList } from './cell.ts';
import type { Faults } from './fault.ts';
import { idOf } from './ids.ts';
import type { TablePlan } from './plan.ts';
import { fileOf, type PackageRow, type Resource } from './resource.ts';

const batchSize = 2_000;

export interface Progress {
  resource: string;
  done: number;
  total: number;
}

/**
 * Writes the planned rows, in the order of the plans. A row that a CHECK or UNIQUE of the database refuses is found and
 * told as a fault; the caller then rolls back.
 */
export async function applyPlans(
  client: ClientBase,
  plans: readonly TablePlan[],
  faults: Faults,
  onProgress: (progress: Progress) => void,
): Promise<void> {
  for (const { resource, added, changed } of plans) {
    const rows = [...added, ...changed.map((change) => change.row)];
    for (let start = 0; start < rows.length && !faults.isFull; start += batchSize) {
      await writeOrLocate(client, resource, rows.slice(start, start + batchSize), faults);
      onProgress({
        resource: resource.name,
        done: Math.min(start + batchSize, rows.length),
        total: rows.length,
      });
    }
  }
}

/** Writes the rows in one statement; where the database refuses, halves them until the row at fault is found. */
async function writeOrLocate(
  client: ClientBase,
  resource: Resource,
  rows: readonly PackageRow[],
  faults: Faults,
): Promise<void> {
  await client.query('SAVEPOINT batch');
  try {
    await writeRows(client, resource, rows);
    await client.query('RELEASE SAVEPOINT batch');
    return;
  } catch (error) {
    // Class 22: a value out of range; 23: a constraint.
    if (!(error instanceof pg.DatabaseError) || !/^2[23]/.test(error.code ?? '')) throw error;
    await client.query('ROLLBACK TO SAVEPOINT batch');
    const [only] = rows;
    if (rows.length === 1 && only) {
      tellConstraint(resource, only, error, faults);
      return;
    }
  }
  const middle = Math.ceil(rows.length / 2);
  await writeOrLocate(client, resource, rows.slice(0, middle), faults);
  if (!faults.isFull) await writeOrLocate(client, resource, rows.slice(middle), faults);
}

function tellConstraint(resource: Resource, row: PackageRow, error: pg.DatabaseError, faults: Faults): void {
  const rule = error.constraint ?? error.message;
  const named = error.column ?? rule.replace(`${resource.table}_`, '').replace(/_(check\d*|key|fkey)$/, '');
  const index = resource.columns.findIndex((column) => column.column === named || column.name === named);
  const column = resource.columns[index]?.name;
  faults.add({
    file: fileOf(resource),
    row: row.row,
    ...(column === undefined ? {} : { column }),
    value: row.cells[index] ?? row.key,
    expected: { rule: 'constraint', values: { constraint: rule, detail: error.detail ?? '' } },
  });
}

async function writeRows(client: ClientBase, resource: Resource, rows: readonly PackageRow[]): Promise<void> {
  const columns = tableColumns(resource);
  const values = columns.map(({ read }) => rows.map((row) => read(row)));
  const types = columns.map(({ column }) => resource.types.get(column) ?? 'text');
  const names = columns.map(({ column }) => column);
  const casts = columns.map(({ column }, index) => {
    const type = types[index] ?? 'text';
    // A list comes as JSON text: an array of arrays cannot be unnested row by row.
    return type === '_text'
      ? `ARRAY(SELECT jsonb_array_elements_text(coalesce(v.${column}, '[]')::jsonb))`
      : `v.${column}::${type}`;
  });
  const updates = names
    .filter((name) => name !== 'id' && name !== 'key')
    .map((name) => `${name} = excluded.${name}`);
  await client.query(
    `INSERT INTO ${resource.table} (${names.join(', ')})
     SELECT ${casts.join(', ')} FROM unnest(${names.map((_, index) => `$${index + 1}::text[]`).join(', ')}) AS v(${names.join(', ')})
     ON CONFLICT (id) DO UPDATE SET ${updates.join(', ')}`,
    values,
  );
  if (resource.isCited) await writeCitations(client, resource, rows);
}

interface TableColumn {
  column: string;
  read: (row: PackageRow) => string | null;
}

/** The columns of the table, each with how its text for SQL is made of a row's cells. */
function tableColumns(resource: Resource): TableColumn[] {
  const columns: TableColumn[] = [{ column: 'id', read: (row) => idOf(resource.table, row.key) }];
  resource.columns.forEach(({ column, cell }, index) => {
    const text = (row: PackageRow) => row.cells[index] ?? null;
    switch (cell.kind) {
      case 'sources':
        return;
      case 'translation':
        if (!columns.some((known) => known.column === column))
          columns.push({ column, read: translations(resource, column) });
        return;
      case 'reference':
        columns.push({ column, read: (row) => mapText(text(row), (key) => idOf(cell.table, key)) });
        return;
      case 'list':
        columns.push({
          column,
          read: (row) => mapText(text(row), (list) => JSON.stringify(splitList(list))),
        });
        return;
      case 'key':
      case 'text':
      case 'choice':
      case 'integer':
      case 'number':
      case 'boolean':
      case 'date':
      case 'partial-date':
      case 'sha256':
      case 'json':
        columns.push({ column, read: text });
    }
  });
  return columns;
}

function mapText(text: string | null, change: (text: string) => string): string | null {
  return text === null ? null : change(text);
}

/** All languages of a text as one JSON object; null where it has none. */
function translations(resource: Resource, column: string): (row: PackageRow) => string | null {
  const parts = resource.columns.flatMap(({ column: own, cell }, index) =>
    own === column && cell.kind === 'translation' ? [{ language: cell.language, index }] : [],
  );
  return (row) => {
    const given = parts.flatMap(({ language, index }) => {
      const text = row.cells[index] ?? null;
      return text === null ? [] : [[language, text]];
    });
    return given.length === 0 ? null : JSON.stringify(Object.fromEntries(given));
  };
}

async function writeCitations(
  client: ClientBase,
  resource: Resource,
  rows: readonly PackageRow[],
): Promise<void> {
  const index = resource.columns.findIndex((column) => column.cell.kind === 'sources');
  const subjects: string[] = [];
  const sources: string[] = [];
  const positions: number[] = [];
  for (const row of rows) {
    splitList(row.cells[index] ?? '').forEach((key, position) => {
      subjects.push(idOf(resource.table, row.key));
      sources.push(idOf('source', key));
      positions.push(position);
    });
  }
  await client.query('DELETE FROM citation WHERE subject_id = ANY($1)', [[...new Set(subjects)]]);
  await client.query(
    `INSERT INTO citation (subject_id, subject_kind, source_id, position)
     SELECT v.subject, $1, v.source, v.position FROM unnest($2::uuid[], $3::uuid[], $4::smallint[]) AS v(subject, source, position)`,
    [resource.table, subjects, sources, positions],
  );
}
