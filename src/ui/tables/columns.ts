/** How a column of a DataTable reads. */
export interface Column<Row> {
  key: string;
  header: string;
  /** Plain content; a `cell` snippet may draw more. */
  value?: ((row: Row) => string | number) | undefined;
  /** Numbers stand at the end of the line, digits under digits. */
  numeric?: boolean | undefined;
  /** The cell that names its row. */
  rowHeader?: boolean | undefined;
  /** As narrow as its content. */
  tight?: boolean | undefined;
  /** A number before the row's name; on narrow screens it stands beside the name. */
  lead?: boolean | undefined;
  /** The same width in tables that stand under each other. */
  width?: 'short' | 'medium' | undefined;
  /** Link of the header, and how the rows stand now. */
  sort?: { href: string; direction?: 'ascending' | 'descending' | undefined } | undefined;
  /** Language of the values, where it isn't the page's. */
  lang?: ((row: Row) => string | undefined) | undefined;
}

/** Whether a cell's text says nothing: on narrow screens, where each cell is a line of its own, it is left out. */
export function saysNothing(text: string): boolean {
  return ['', '–', '—'].includes(text.trim());
}
