import type { ColumnDescription } from './describe.ts';

const typeOf: Readonly<Record<string, string>> = {
  uuid: 'string',
  text: 'string',
  slug: 'string',
  partial_date: 'string',
  date: 'string',
  bool: 'boolean',
  int2: 'number',
  float8: 'number',
  int4: 'number',
  int8: 'number',
  numeric: 'number',
  timestamptz: 'Date',
  tsvector: 'string',
  bytea: 'Buffer',
  jsonb: 'Json',
  localised: 'LocalisedColumn',
  _text: 'string[]',
  _uuid: 'string[]',
  _int2: '(number | null)[]',
};

const writtenAsText: ReadonlySet<string> = new Set(['Json', 'LocalisedColumn']);

function columnType({ table, column, type, nullable, hasDefault, values }: ColumnDescription): string {
  const known = typeOf[type];
  if (known === undefined) throw new Error(`No TypeScript type for ${table}.${column}: ${type}`);
  const base = values.length > 0 ? values.map((value) => `'${value}'`).join(' | ') : known;
  // What is read otherwise than it is written is no type that Generated can take.
  if (hasDefault && writtenAsText.has(known)) return `${known}WithDefault`;
  const read = nullable ? `${base} | null` : base;
  return hasDefault ? `Generated<${read}>` : read;
}

function interfaceName(table: string): string {
  return table.replace(/(?:^|_)([a-z])/g, (_, letter: string) => letter.toUpperCase());
}

/** The text of types.ts for a database. */
export function typesFile(columns: readonly ColumnDescription[]): string {
  const byTable = Map.groupBy(columns, (column) => column.table);
  const interfaces = [...byTable].map(([table, own]) =>
    [
      `export interface ${interfaceName(table)} {`,
      ...own.map((column) => `  ${column.column}: ${columnType(column)};`),
      '}',
    ].join('\n'),
  );
  const tables = [...byTable.keys()].map((table) => `  ${table}: ${interfaceName(table)};`);
  return `// Made from the database by \`npm run db:types\`: change a migration, not this file.
import type { Localised } from '#i18n/languages.ts';
import type { ColumnType, Generated } from 'kysely';

export type Json = ColumnType<unknown, string, string>;
/** Read as an object, written as JSON text. */
export type LocalisedColumn = ColumnType<Localised, string, string>;
/** The same of columns that say themselves what stands where nothing is given. */
export type JsonWithDefault = ColumnType<unknown, string | undefined, string>;
export type LocalisedColumnWithDefault = ColumnType<Localised, string | undefined, string>;

${interfaces.join('\n\n')}

export interface DB {
${tables.join('\n')}
}
`;
}
