import { CsvError, parse } from 'csv-parse/sync';
import { mostBytes } from '#forms/file-limits.ts';
import { decode, separated } from '../datapackage/decode.ts';
import { mostColumns, mostLines } from './limits.ts';
import { readXlsx } from './read-xlsx.ts';
import type { SheetRows } from './sheet.ts';

export type SheetReading = { kind: 'read'; rows: SheetRows } | { kind: 'refused'; why: SheetRefusal };

/** Why a file is no spreadsheet that can be read; the texts for people are messages 'spreadsheet.refused.*'. */
export type SheetRefusal = 'empty' | 'broken' | 'too-large' | 'too-many-lines';

/** Reads the first sheet of an .xlsx file, or a CSV file as a spreadsheet program writes it, whatever its name. */
export async function readSheetFile(bytes: Buffer): Promise<SheetReading> {
  if (bytes.length === 0) return { kind: 'refused', why: 'empty' };
  if (bytes.length > mostBytes.spreadsheet) return { kind: 'refused', why: 'too-large' };
  const isZip = bytes.subarray(0, 2).toString('latin1') === 'PK';
  const rows = isZip ? await readXlsx(bytes) : readCsv(bytes);
  if (typeof rows === 'string') return { kind: 'refused', why: rows };
  if (rows.length > mostLines) return { kind: 'refused', why: 'too-many-lines' };
  return { kind: 'read', rows: rows.map((row) => row.slice(0, mostColumns).map(unguarded)) };
}

/** A cell that was guarded against running as a formula, as it was before. */
function unguarded(cell: string): string {
  return /^'+[=+\-@\t\r]/.test(cell) ? cell.slice(1) : cell;
}

function readCsv(bytes: Buffer): SheetRows | SheetRefusal {
  const text = textOf(bytes);
  if (text === undefined || text.includes('\0')) return 'broken';
  const { separator, table } = separated(text);
  try {
    return parse(table, {
      delimiter: separator,
      relax_column_count: true,
      relax_quotes: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      to: mostLines + 1,
    });
  } catch (error) {
    if (error instanceof CsvError) return 'broken';
    throw error;
  }
}

/** Spreadsheet programs of the region write CSV in Windows-1252 too: there is a letter for every byte of it. */
function textOf(bytes: Buffer): string | undefined {
  const decoded = decode(bytes);
  switch (decoded.encoding) {
    case 'utf-8':
      return decoded.text;
    case 'unknown':
      return new TextDecoder('windows-1252').decode(bytes);
    case 'utf-16':
      return bytes[0] === 0xff ? new TextDecoder('utf-16le').decode(bytes) : undefined;
  }
}
