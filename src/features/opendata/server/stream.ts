import { asOfParameter, nameAsOf } from '#features/monitoring/as-of.ts';
import { csvLine } from '#server/datapackage/csv-line.ts';
import type { DataFilter, Dataset, DatasetName } from '../dataset.ts';
import { csvRow, jsonRow } from './row-text.ts';

export type DataFormat = 'csv' | 'json';

// Excel reads a CSV as UTF-8 only behind a byte order mark.
const byteOrderMark = '\u{FEFF}';

async function* csvPieces({ columns, read }: Dataset, filter: DataFilter): AsyncGenerator<string> {
  yield csvLine(columns.map(({ name }) => name));
  for await (const rows of read(filter)) yield rows.map(csvRow).join('');
}

async function* jsonPieces({ columns, read }: Dataset, filter: DataFilter): AsyncGenerator<string> {
  let separator = '[\n';
  for await (const rows of read(filter)) {
    if (rows.length === 0) continue;
    yield separator + rows.map((row) => JSON.stringify(jsonRow(columns, row))).join(',\n');
    separator = ',\n';
  }
  yield separator === '[\n' ? '[]\n' : '\n]\n';
}

/**
 * A dataset as bytes, made as fast as they are taken. The first rows are read before it returns, so that a database
 * that is away is told by the answer's status and not by its end.
 */
export async function streamDataset(
  dataset: Dataset,
  filter: DataFilter,
  { format, forExcel }: { format: DataFormat; forExcel: boolean },
): Promise<ReadableStream<Uint8Array>> {
  const pieces = format === 'csv' ? csvPieces(dataset, filter) : jsonPieces(dataset, filter);
  const encoder = new TextEncoder();
  const header = format === 'csv' ? await pieces.next() : undefined;
  const first = await pieces.next();
  const begun = [header, first].flatMap((piece) => (piece && !piece.done ? [piece.value] : [])).join('');
  return new ReadableStream<Uint8Array>({
    start: (controller) => {
      const text = (forExcel && format === 'csv' ? byteOrderMark : '') + begun;
      if (text !== '') controller.enqueue(encoder.encode(text));
    },
    pull: async (controller) => {
      const { done, value } = await pieces.next();
      if (done) controller.close();
      else controller.enqueue(encoder.encode(value));
    },
    cancel: async () => {
      await pieces.return(undefined);
    },
  });
}

/** 'pop-statuses-fier-2019-2020.csv'; what is invented says so in its name. */
export function fileNameOf(
  name: DatasetName,
  filter: DataFilter,
  format: DataFormat,
  isDemo: boolean,
): string {
  const { [asOfParameter]: day = null, ...others } = filter;
  const parts = [isDemo ? 'pop-demo' : 'pop', name, ...Object.values(others)];
  return nameAsOf(`${parts.join('-').replaceAll('/', '-').slice(0, 150)}.${format}`, day);
}
