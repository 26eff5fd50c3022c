import { asOfParameter } from '#features/monitoring/as-of.ts';
import type { Resource } from '#server/datapackage/resource.ts';
import { keyFilters, type FilterName, type KeyFilter } from '../dataset.ts';
import { isDatedTable } from './public-by.ts';

/** One reference on the way from a row to what it belongs to. */
interface Hop {
  column: string;
  table: string;
  /** A row may refer to nothing. */
  optional: boolean;
}

type References = ReadonlyMap<string, readonly Hop[]>;

/** The date by whose year the rows of a table can be filtered. */
const yearColumns: Readonly<Record<string, string>> = {
  article: 'published_on',
  catalogue_item: 'published_on',
  election: 'held_on',
  event: 'starts',
  evidence: 'dated',
  experience: 'published_on',
  need: 'voiced_on',
  population: 'year',
  publication: 'published_on',
  published_figure: 'dated',
  source: 'published_on',
};

export function referencesOf(resources: readonly Resource[]): References {
  return new Map(
    resources.map(({ table, columns }) => [
      table,
      columns.flatMap(({ column, cell, required }) =>
        cell.kind === 'reference' ? [{ column, table: cell.table, optional: !required }] : [],
      ),
    ]),
  );
}

/**
 * The shortest way of references from a table to another; none for the table itself. What may be empty leads no farther:
 * a reply to a whole round belongs to a contract though it names no priority. But what names no municipality is in no county.
 */
export function wayTo(references: References, from: string, to: string): readonly Hop[] | undefined {
  let ways: { at: string; hops: readonly Hop[] }[] = [{ at: from, hops: [] }];
  const seen = new Set([from]);
  while (ways.length > 0) {
    const found = ways.find(({ at }) => at === to);
    if (found) return found.hops;
    ways = ways.flatMap(({ at, hops }) => {
      if (hops.at(-1)?.optional && at !== 'municipality') return [];
      return (references.get(at) ?? []).flatMap((hop) => {
        if (seen.has(hop.table)) return [];
        seen.add(hop.table);
        return [{ at: hop.table, hops: [...hops, hop] }];
      });
    });
  }
  return undefined;
}

/** The filters that rows of a resource can be asked by. */
export function filtersOf(resource: Resource, references: References): FilterName[] {
  const byChoice = (['kind', 'status'] as const).filter((name) =>
    resource.columns.some((column) => column.name === name && column.cell.kind === 'choice'),
  );
  return [
    ...keyFilters.filter((name) => wayTo(references, resource.table, name) !== undefined),
    ...byChoice,
    ...(resource.table in yearColumns ? (['year'] as const) : []),
    ...(resource.name === 'statuses' ? (['in_force'] as const) : []),
    ...(isDatedTable(resource.table) ? ([asOfParameter] as const) : []),
  ];
}

/** SQL that holds for the rows of table `t` which belong to the row with the key in `parameter`. */
export function belongsTo(
  references: References,
  table: string,
  filter: KeyFilter,
  parameter: string,
): string {
  const hops = wayTo(references, table, filter) ?? [];
  const [first, ...rest] = hops;
  if (first === undefined) return `t.key = ${parameter}`;
  const last = hops.at(-1) ?? first;
  const inner = rest.reduceRight((sql, hop, index) => {
    const owner = hops[index]?.table ?? first.table;
    return `(SELECT id FROM ${owner} WHERE ${hop.column} IN ${sql})`;
  }, `(SELECT id FROM ${last.table} WHERE key = ${parameter})`);
  return `t.${first.column} IN ${inner}`;
}

export function inYear(table: string, parameter: string): string {
  return `left(t.${yearColumns[table] ?? 'key'}::text, 4) = ${parameter}`;
}
