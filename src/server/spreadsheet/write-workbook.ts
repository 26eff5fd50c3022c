import writeXlsxFile from 'write-excel-file/node';
import { cellText } from './cell-text.ts';

export interface Sheet {
  /** At most 31 signs, without those that Excel refuses. */
  name: string;
  header: readonly string[];
  rows: readonly (readonly (string | number | null | undefined)[])[];
}

/** A workbook of several sheets. A text that begins as a formula does is guarded: nothing of it runs in a spreadsheet program. */
export function writeWorkbook(sheets: readonly Sheet[]): Promise<Buffer> {
  return writeXlsxFile(
    sheets.map(({ name, header, rows }) => ({
      sheet: name,
      data: [
        header.map((value) => ({ value: cellText(value), fontWeight: 'bold' as const, wrap: true })),
        ...rows.map((row) => row.map(cellOf)),
      ],
      columns: header.map((title, index) => ({ width: widthOf(title, rows, index) })),
      stickyRowsCount: 1,
    })),
  ).toBuffer();
}

function cellOf(value: string | number | null | undefined) {
  if (typeof value === 'number') return { value, type: Number };
  return { value: cellText(value ?? ''), type: String, wrap: true };
}

/** As wide as what stands in it asks for, within what can be read. */
function widthOf(title: string, rows: Sheet['rows'], index: number): number {
  const longest = rows.reduce((most, row) => Math.max(most, String(row[index] ?? '').length), title.length);
  return Math.min(60, Math.max(10, longest + 2));
}
