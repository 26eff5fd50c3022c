import type { ClientBase } from 'pg';
import { splitList } from './cell.ts';
import { idOf } from './ids.ts';
import type { PackageRow, Resource } from './resource.ts';

interface TableColumn {
  column: string;
  /** The column's text for SQL, made of a row's cells. */
  read: (row: PackageRow) => string | null;
}

/** Inserts rows, or updates those that are there, in one statement; then what they cite. */
export async function writeRows(
  client: ClientBase,
  resource: Resource,
  rows: readonly PackageRow[],
): Promise<void> {
  const columns = tableColumns(resource);
  const names = columns.map(({ column }) => column);
  const casts = names.map((column) => {
    const type = resource.types.get(column) ?? 'text';
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
    columns.map(({ read }) => rows.map((row) => read(row))),
  );
  if (resource.isCited) await writeCitations(client, resource, rows);
}

/** The columns of the table that the resource's cells fill; several translations fill one. */
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
  const subjects = rows.map((row) => idOf(resource.table, row.key));
  const citing: string[] = [];
  const sources: string[] = [];
  const positions: number[] = [];
  rows.forEach((row, place) => {
    splitList(row.cells[index] ?? '').forEach((key, position) => {
      citing.push(subjects[place] ?? '');
      sources.push(idOf('source', key));
      positions.push(position);
    });
  });
  await client.query('DELETE FROM citation WHERE subject_id = ANY($1::uuid[])', [subjects]);
  await client.query(
    `INSERT INTO citation (subject_id, subject_kind, source_id, position)
     SELECT v.subject, $1, v.source, v.position FROM unnest($2::uuid[], $3::uuid[], $4::smallint[]) AS v(subject, source, position)`,
    [resource.table, citing, sources, positions],
  );
}
