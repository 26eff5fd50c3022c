import type { Expected } from './fault.ts';

export type Decoded = { ok: true; text: string } | { ok: false; row?: number; expected: Expected };

/** The text of a CSV file; UTF-8, with or without a byte order mark. Other encodings are named where they show. */
export function decode(bytes: Uint8Array): Decoded {
  const [first, second] = bytes;
  if ((first === 0xff && second === 0xfe) || (first === 0xfe && second === 0xff)) {
    return { ok: false, expected: { rule: 'utf-8-not-utf-16' } };
  }
  try {
    // ignoreBOM false drops the mark that Excel puts first.
    return { ok: true, text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) };
  } catch {
    return { ok: false, row: rowOfFirstBadByte(bytes), expected: { rule: 'utf-8' } };
  }
}

function rowOfFirstBadByte(bytes: Uint8Array): number {
  let row = 1;
  let start = 0;
  const decoder = new TextDecoder('utf-8', { fatal: true });
  for (let end = 0; end <= bytes.length; end += 1) {
    if (end < bytes.length && bytes[end] !== 0x0a) continue;
    try {
      decoder.decode(bytes.subarray(start, end));
    } catch {
      return row;
    }
    start = end + 1;
    row += 1;
  }
  return row;
}

/** The separator that a header uses: comma, semicolon (Excel where the comma is decimal) or tab. */
export function separatorOf(header: string): ',' | ';' | '\t' {
  const counts = ([',', ';', '\t'] as const).map((separator) => ({
    separator,
    n: header.split(separator).length,
  }));
  return counts.reduce((most, next) => (next.n > most.n ? next : most)).separator;
}
