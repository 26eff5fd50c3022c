/** One line of CSV (RFC 4180), quoted only where a cell needs it. */
export function csvLine(cells: readonly string[]): string {
  return `${cells.map(quote).join(',')}\n`;
}

function quote(cell: string): string {
  return /[",\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
}

/**
 * A cell for people's spreadsheets: text that a spreadsheet would run as a formula is made plain by an apostrophe
 * (OWASP, CSV injection). Packages are written without it, since they are read back. Text that looks guarded already gets one
 * apostrophe more, so that taking one away always gives what there was.
 */
export function guardFormula(cell: string): string {
  return /^'*[=+\-@\t\r]/.test(cell) && !/^-?\d+(\.\d+)?$/.test(cell) ? `'${cell}` : cell;
}
