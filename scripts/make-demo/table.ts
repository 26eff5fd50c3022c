export type ColumnType =
  'key' | 'text' | 'localised' | 'integer' | 'number' | 'boolean' | 'date' | 'partial' | 'list' | 'json';

export interface Column {
  name: string;
  type: ColumnType;
  required: boolean;
  /** Table whose `id` stands here, for type 'key'. */
  refers?: string;
  /** The values allowed. */
  among?: readonly string[];
}

export interface Table {
  /** Name of the file, without .csv. */
  name: string;
  columns: readonly Column[];
}

/** 'county:key!>counties', 'state:text!=invited|pledged': `!` required, `>` refers to, `=` one of. */
function column(text: string): Column {
  const [, name = '', type = '', bang, refers, among] =
    /^(\w+):(\w+)(!)?(?:>([\w-]+))?(?:=(.+))?$/.exec(text) ?? [];
  const known = columnTypes.find((one) => one === type);
  if (!known) throw new Error(`Not a column: ${text}`);
  return {
    name,
    type: known,
    required: bang !== undefined,
    ...(refers ? { refers } : {}),
    ...(among ? { among: among.split('|') } : {}),
  };
}

const columnTypes = [
  'key',
  'text',
  'localised',
  'integer',
  'number',
  'boolean',
  'date',
  'partial',
  'list',
  'json',
] as const;

/** A table by its name and the short form of its columns. */
export function table(name: string, columns: string): Table {
  return { name, columns: columns.trim().split(/\s+/).map(column) };
}
