import { CsvError, parse } from 'csv-parse/sync';
import { separated } from './decode.ts';
import type { Faults } from './fault.ts';

/**
 * Gives each record of a CSV text to `take`, with its row as a spreadsheet counts.
 * @returns whether the text could be read to its end
 */
export function parseRecords(
  file: string,
  text: string,
  faults: Faults,
  take: (record: readonly string[], row: number) => void,
): boolean {
  const { separator, table } = separated(text);
  let row = 0;
  let header: readonly string[] = [];
  try {
    parse(table, {
      delimiter: separator,
      relax_column_count: true,
      skip_empty_lines: false,
      record_delimiter: ['\r\n', '\n', '\r'],
      // Taken one by one and not kept: a large file is in memory once, not twice.
      on_record: (record: readonly string[]) => {
        row += 1;
        if (row === 1) header = record;
        take(record, row);
        return null;
      },
    });
    return true;
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const index = 'column' in error && typeof error.column === 'number' ? error.column : -1;
    const column = header[index];
    faults.add({
      file,
      row: row + 1,
      ...(column === undefined ? {} : { column }),
      expected: { rule: error.code === 'CSV_QUOTE_NOT_CLOSED' ? 'closed-quote' : 'csv' },
    });
    return false;
  }
}
