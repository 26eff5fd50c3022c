import type { ClientBase } from 'pg';
import { languages } from '#i18n/languages.ts';
import { describeTables, type ColumnDescription } from '../database/describe.ts';
import type { CellKind, PackageColumn, Resource, ResourceDeclaration } from './resource.ts';

/**
 * The resources of a package, made from the database's own catalog: a column, CHECK or reference that a migration adds
 * is in the package, its schema and its validation at once (docs/decisions/0006).
 */
export async function describeResources(
  client: ClientBase,
  declared: readonly ResourceDeclaration[],
): Promise<Resource[]> {
  const byTable = Map.groupBy(await describeTables(client), (column) => column.table);
  const references = await readReferences(client);
  return declared.map(({ name, table, isPublished, isUncited }) => {
    const own = byTable.get(table);
    if (!own) throw new Error(`No table ${table} for the resource ${name}`);
    const columns = own
      .filter((column) => column.column !== 'id')
      .flatMap((column) => packageColumns(column, references.get(`${table}.${column.column}`)));
    const isCited = isUncited !== true;
    if (isCited)
      columns.push({ name: 'sources', column: 'sources', cell: { kind: 'sources' }, required: true });
    return {
      name,
      table,
      columns,
      types: new Map(own.map((column) => [column.column, column.type])),
      isPublished: isPublished === true,
      isCited,
    };
  });
}

/** `table.column` to the table it refers to. */
async function readReferences(client: ClientBase): Promise<Map<string, string>> {
  const { rows } = await client.query<{ from: string; to: string }>(`
    SELECT c.conrelid::regclass || '.' || a.attname AS from, c.confrelid::regclass::text AS to
    FROM pg_constraint c JOIN pg_attribute a ON a.attrelid = c.conrelid AND a.attnum = c.conkey[1]
    WHERE c.contype = 'f' AND cardinality(c.conkey) = 1`);
  return new Map(rows.map((row) => [row.from, row.to]));
}

function packageColumns(description: ColumnDescription, refersTo: string | undefined): PackageColumn[] {
  const { column, type, nullable } = description;
  // A default stands for "none" in lists and flags; every other column without one is to be given.
  const required = !nullable && type !== '_text';
  if (column === 'key') return [{ name: 'id', column, cell: { kind: 'key' }, required: true }];
  if (type === 'localised') {
    return languages.map((language) => ({
      name: `${column}_${language}`,
      column,
      cell: { kind: 'translation', language },
      required,
    }));
  }
  if (refersTo !== undefined) {
    return [
      { name: column.replace(/_id$/, ''), column, cell: { kind: 'reference', table: refersTo }, required },
    ];
  }
  return [{ name: column, column, cell: cellKind(description), required }];
}

function cellKind(description: ColumnDescription): CellKind {
  const { table, column, type, values, least, most, decimals } = description;
  const bounds = { ...(least === null ? {} : { least }), ...(most === null ? {} : { most }) };
  if (values.length > 0) return { kind: 'choice', values };
  if (column.endsWith('sha256')) return { kind: 'sha256' };
  switch (type) {
    case 'text':
      return { kind: 'text' };
    case 'slug':
      return { kind: 'key' };
    case 'int2':
    case 'int4':
    case 'int8':
      return { kind: 'integer', ...bounds };
    case 'numeric':
      return { kind: 'number', ...bounds, ...(decimals === null ? {} : { decimals }) };
    case 'bool':
      return { kind: 'boolean' };
    case 'date':
      return { kind: 'date' };
    case 'partial_date':
      return { kind: 'partial-date' };
    case '_text':
      return { kind: 'list' };
    case 'jsonb':
      return { kind: 'json' };
    default:
      throw new Error(`A package cannot hold ${table}.${column}: ${type}`);
  }
}
