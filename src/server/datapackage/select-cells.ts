import type { PackageColumn, Resource } from './resource.ts';

/** SQL of a column's canonical text, as an export writes it; the table is `t`. */
function cellSql({ column, cell }: PackageColumn): string {
  switch (cell.kind) {
    case 'reference':
      return `(SELECT r.key::text FROM ${cell.table} r WHERE r.id = t.${column})`;
    case 'translation':
      return `nullif(t.${column} ->> '${cell.language}', '')`;
    case 'list':
      return `nullif(array_to_string(t.${column}, ';'), '')`;
    case 'number':
      return `trim_scale(t.${column})::text`;
    case 'boolean':
      return `CASE WHEN t.${column} THEN 'true' ELSE 'false' END`;
    case 'sources':
      return `(SELECT string_agg(s.key, ';' ORDER BY c.position) FROM citation c JOIN source s ON s.id = c.source_id WHERE c.subject_id = t.id)`;
    case 'key':
    case 'text':
    case 'choice':
    case 'integer':
    case 'date':
    case 'partial-date':
    case 'sha256':
    case 'json':
      return `t.${column}::text`;
  }
}

/**
 * `SELECT` of a resource's rows as one array of cells each, in the order of its columns; the caller adds WHERE and ORDER.
 * @param further SQL of cells after those of the resource
 */
export function selectCells(resource: Resource, further: readonly string[] = []): string {
  const cells = [...resource.columns.map(cellSql), ...further].join(', ');
  return `SELECT t.key::text AS key, ARRAY[${cells}]::text[] AS cells FROM ${resource.table} t`;
}
