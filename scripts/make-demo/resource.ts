import { recordResources } from '#features/opendata/resources.ts';
import type { CellKind, PackageColumn, Resource } from '#server/datapackage/resource.ts';
import type { Column, Table } from './table.ts';

function declared(name: string) {
  const found = recordResources.find((resource) => resource.name === name);
  if (!found) throw new Error(`No resource ${name}`);
  return found;
}

function sqlTable(name: string): string {
  return declared(name).table;
}

/** Whether each row of a table names its sources. */
export function isCited(name: string): boolean {
  return !('isUncited' in declared(name));
}

function cellOf({ name, type, refers, among }: Column): CellKind {
  if (refers) return { kind: 'reference', table: sqlTable(refers) };
  if (among) return { kind: 'choice', values: among };
  if (name.endsWith('sha256')) return { kind: 'sha256' };
  switch (type) {
    case 'key':
    case 'localised':
      throw new Error(`${name} has no cell of its own`);
    case 'partial':
      return { kind: 'partial-date' };
    case 'text':
    case 'integer':
    case 'number':
    case 'boolean':
    case 'date':
    case 'list':
    case 'json':
      return { kind: type };
  }
}

function columnsOf(column: Column): PackageColumn[] {
  const { name, required } = column;
  if (column.type !== 'localised') return [{ name, column: name, cell: cellOf(column), required }];
  return (['sq', 'en'] as const).map((language) => ({
    name: `${name}_${language}`,
    column: name,
    cell: { kind: 'translation', language },
    required,
  }));
}

/** A table of the package as the importer sees it, without asking a database. */
export function resourceOf(table: Table): Resource {
  const cited = isCited(table.name);
  return {
    name: table.name,
    table: sqlTable(table.name),
    columns: [
      { name: 'id', column: 'key', cell: { kind: 'key' }, required: true },
      ...table.columns.flatMap(columnsOf),
      ...(cited
        ? [{ name: 'sources', column: 'sources', cell: { kind: 'sources' }, required: true } as const]
        : []),
    ],
    types: new Map(),
    isPublished: false,
    isCited: cited,
  };
}
