import { unzipSync } from 'fflate';
import { readSheet } from 'read-excel-file/universal';
import { mostColumns, mostLines, mostUnpacked } from './limits.ts';
import type { SheetRows } from './sheet.ts';

/** The first sheet, cells as text: whole numbers without a point, days as YYYY-MM-DD, times of day as HH:MM. */
export async function readXlsx(
  bytes: Buffer,
): Promise<SheetRows | 'broken' | 'too-large' | 'too-many-lines'> {
  const size = sizeOf(bytes);
  if (size !== 'fits') return size;
  try {
    const rows = await readSheet(new Uint8Array(bytes).buffer);
    return rows.map((row) => row.map(textOf));
  } catch {
    // The reader throws faults of many kinds at what is no workbook; which one, the person cannot mend.
    return 'broken';
  }
}

/**
 * A small file may unpack into more than memory holds, and one cell far out makes a table of everything before it: both
 * are looked at before the file is read.
 */
function sizeOf(bytes: Buffer): 'fits' | 'broken' | 'too-large' | 'too-many-lines' {
  let unpacked = 0;
  try {
    unzipSync(bytes, {
      filter: ({ originalSize }) => {
        unpacked += originalSize;
        return false;
      },
    });
    if (unpacked > mostUnpacked) return 'too-large';
    const sheets = unzipSync(bytes, { filter: ({ name }) => /^xl\/worksheets\/[^/]+\.xml$/.test(name) });
    const isTooFar = Object.values(sheets).some((sheet) => reachesTooFar(Buffer.from(sheet).toString()));
    return isTooFar ? 'too-many-lines' : 'fits';
  } catch {
    return 'broken';
  }
}

function reachesTooFar(xml: string): boolean {
  for (const [, letters = '', line = ''] of xml.matchAll(/\br="([A-Z]*)(\d+)"/g)) {
    if (Number(line) > mostLines || columnOf(letters) > mostColumns) return true;
  }
  return false;
}

function columnOf(letters: string): number {
  return [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);
}

function textOf(cell: unknown): string {
  if (cell instanceof Date) return textOfDate(cell);
  if (typeof cell === 'string') return cell;
  return typeof cell === 'number' || typeof cell === 'boolean' ? String(cell) : '';
}

/** A time alone is a part of the day before spreadsheets begin to count, written with an error of less than a second. */
function textOfDate(date: Date): string {
  if (Number.isNaN(date.valueOf())) return '';
  if (date.getUTCFullYear() > 1899) return date.toISOString().slice(0, 10);
  return new Date(date.valueOf() + 1000).toISOString().slice(11, 16);
}
