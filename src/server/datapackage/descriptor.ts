import { languages } from '#i18n/languages.ts';
import { fileOf, type PackageColumn, type Resource } from './resource.ts';

export interface PackageTitles {
  name: string;
  title: string;
  description: string;
  licences: readonly { name: string; title: string; path: string }[];
}

function fieldType({ cell }: PackageColumn): string {
  switch (cell.kind) {
    case 'integer':
    case 'number':
    case 'boolean':
    case 'date':
      return cell.kind;
    case 'json':
      return 'array';
    case 'key':
    case 'reference':
    case 'text':
    case 'choice':
    case 'partial-date':
    case 'sha256':
    case 'list':
    case 'translation':
    case 'sources':
      return 'string';
  }
}

function constraints({ cell, required }: PackageColumn) {
  return {
    ...(required && cell.kind !== 'translation' ? { required: true } : {}),
    ...(cell.kind === 'choice' ? { enum: cell.values } : {}),
    ...(cell.kind === 'partial-date' ? { pattern: String.raw`\d{4}(-\d{2}(-\d{2})?)?` } : {}),
    ...(cell.kind === 'sha256' ? { pattern: '[0-9a-f]{64}' } : {}),
    ...(cell.kind === 'key' ? { pattern: String.raw`[a-z0-9][a-z0-9._-]*(/[a-z0-9][a-z0-9._-]*)*` } : {}),
  };
}

function fieldOf(column: PackageColumn) {
  const rules = constraints(column);
  return {
    name: column.name,
    type: fieldType(column),
    ...(Object.keys(rules).length > 0 ? { constraints: rules } : {}),
  };
}

/** The standard allows no empty list. */
function foreignKeys(resource: Resource, names: ReadonlyMap<string, string>) {
  const keys = resource.columns.flatMap(({ name, cell }) =>
    cell.kind === 'reference'
      ? [{ fields: name, reference: { resource: names.get(cell.table) ?? cell.table, fields: 'id' } }]
      : [],
  );
  return keys.length > 0 ? { foreignKeys: keys } : {};
}

/** datapackage.json of a package with these resources (Frictionless Tabular Data Package). */
export function descriptorOf(
  resources: readonly Resource[],
  titles: PackageTitles,
  record: 'real' | 'demo' | undefined,
) {
  const names = new Map(resources.map((resource) => [resource.table, resource.name]));
  return {
    profile: 'tabular-data-package',
    name: titles.name,
    title: titles.title,
    description: titles.description,
    languages,
    licenses: titles.licences,
    ...(record ? { pop: { record } } : {}),
    resources: resources.map((resource) => ({
      name: resource.name,
      path: fileOf(resource),
      profile: 'tabular-data-resource',
      format: 'csv',
      encoding: 'utf-8',
      schema: {
        fields: resource.columns.map(fieldOf),
        primaryKey: 'id',
        ...foreignKeys(resource, names),
      },
    })),
  };
}
