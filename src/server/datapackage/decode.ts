import { isUtf8 } from 'node:buffer';

export type Decoded = { encoding: 'utf-8' | 'unknown'; text: string } | { encoding: 'utf-16' };

/**
 * The text of a CSV file: UTF-8, with or without the mark that Excel puts first. Bytes that are no UTF-8 come one
 * character each (`latin1`), so that commas and lines can still be told apart and each cell at fault be named.
 */
export function decode(bytes: Buffer): Decoded {
  if (isUtf16(bytes)) return { encoding: 'utf-16' };
  if (!isUtf8(bytes)) return { encoding: 'unknown', text: bytes.toString('latin1') };
  return { encoding: 'utf-8', text: bytes.toString('utf8').replace(/^\uFEFF/, '') };
}

/** By its mark, or by the empty byte that every ASCII character has in it. */
function isUtf16(bytes: Buffer): boolean {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) return true;
  return bytes.subarray(0, 4).includes(0);
}

/** What a cell of a file of another encoding would say in Windows-1252, the usual one; undefined where it is UTF-8. */
export function misencoded(latin1: string): string | undefined {
  const bytes = Buffer.from(latin1, 'latin1');
  return isUtf8(bytes) ? undefined : new TextDecoder('windows-1252').decode(bytes);
}

/** What Excel takes from the first line of a file for its separator, and shows nobody. */
const declared = /^"?sep=([,;\t])"?[,;\t]*(\r\n|\n|\r|$)/i;

/** The table of a CSV text, whose first line is its header, and the separator: as declared, else as the header uses it. */
export function separated(text: string): { separator: string; table: string } {
  const [line, separator] = declared.exec(text) ?? [];
  if (line !== undefined && separator !== undefined) return { separator, table: text.slice(line.length) };
  const lineEnd = text.search(/\r|\n/);
  return { separator: separatorOf(lineEnd < 0 ? text : text.slice(0, lineEnd)), table: text };
}

/** The separator that a header uses: comma, semicolon (Excel where the comma is decimal) or tab. */
function separatorOf(header: string): ',' | ';' | '\t' {
  const counts = ([',', ';', '\t'] as const).map((separator) => ({
    separator,
    n: header.split(separator).length,
  }));
  return counts.reduce((most, next) => (next.n > most.n ? next : most)).separator;
}
