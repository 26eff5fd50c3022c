import type { Language } from '#i18n/languages.ts';

/** What a cell of a package may hold. */
export type CellKind =
  | { kind: 'key' }
  | { kind: 'reference'; table: string }
  | { kind: 'text' }
  | { kind: 'choice'; values: readonly string[] }
  | { kind: 'integer'; least?: number; most?: number }
  | { kind: 'number'; least?: number; most?: number; decimals?: number }
  | { kind: 'boolean' }
  | { kind: 'date' }
  | { kind: 'partial-date' }
  | { kind: 'sha256' }
  | { kind: 'list' }
  | { kind: 'json' }
  /** One language of a text. */
  | { kind: 'translation'; language: Language }
  /** Keys of the sources that the row cites. */
  | { kind: 'sources' };

/** A column of a CSV file. */
export interface PackageColumn {
  name: string;
  /** Column of the table; several translations share one. */
  column: string;
  cell: CellKind;
  required: boolean;
}

/** A table of the database as a CSV file of a package. */
export interface Resource {
  /** Name in datapackage.json; the file is `<name>.csv`. */
  name: string;
  table: string;
  columns: readonly PackageColumn[];
  /** PostgreSQL type of each column of the table, for casts. */
  types: ReadonlyMap<string, string>;
  /** A row once imported is never changed: see docs/decisions/0001. */
  isPublished: boolean;
  /** Rows cite sources in a last column `sources`. */
  isCited: boolean;
}

/** How a table takes part in a package; the rest is read from the database's catalog. */
export interface ResourceDeclaration {
  name: string;
  table: string;
  isPublished?: true;
  isUncited?: true;
}

/** A row's cells in canonical form, in the order of the resource's columns; null is an empty cell. */
export type Cells = readonly (string | null)[];

export interface PackageRow {
  key: string;
  cells: Cells;
  /** As a spreadsheet counts. */
  row: number;
}

/** What a package says of one table. */
export interface ReadTable {
  resource: Resource;
  /** The rows without a fault. */
  rows: PackageRow[];
  /** The keys of all its rows, whether or not the rest of the row is sound: others may refer to them. */
  keys: ReadonlySet<string>;
  /** Indexes of the columns that the file does not have: what the record holds in them stays. */
  absent: ReadonlySet<number>;
  /** The file could be read to its end; where not, nothing is known of what it lacks. */
  isWhole: boolean;
}

export function fileOf(resource: Pick<Resource, 'name'>): string {
  return `${resource.name}.csv`;
}
