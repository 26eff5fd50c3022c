import { parse } from 'csv-parse';
import type { Readable } from 'node:stream';

/** The separator of a file by its first line: the one that stands in it most. */
export function separatorOf(line: string): string {
  const counts = [',', ';', '\t'].map((sign) => ({ sign, count: line.split(sign).length }));
  return counts.toSorted((a, b) => b.count - a.count)[0]?.sign ?? ',';
}

/** A file that is no CSV in UTF-8. */
export class UnreadableFile extends Error {}

export interface Line {
  /** As a spreadsheet counts: the header is 1. */
  row: number;
  cells: string[];
}

const mostHeader = 100_000;
const mostCells = 200;

/** The text of a file as it comes; bytes that are no UTF-8 end it. */
async function* textOf(source: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  try {
    for await (const chunk of source) yield decoder.decode(chunk, { stream: true });
    yield decoder.decode();
  } catch (error) {
    if (error instanceof TypeError) throw new UnreadableFile('encoding');
    throw error;
  }
}

/** The lines of a CSV file, one after the other, however long it is. @throws UnreadableFile */
export async function* readLines(source: AsyncIterable<Uint8Array>): AsyncGenerator<Line> {
  const text = textOf(source);
  let begin = '';
  while (!begin.includes('\n') && begin.length < mostHeader) {
    const next = await text.next();
    if (next.done) break;
    begin += next.value;
  }
  const delimiter = separatorOf(begin.split('\n')[0] ?? '');
  const parser: Readable & { write(text: string): boolean; end(): void } = parse({
    delimiter,
    bom: true,
    relax_column_count: true,
    skip_empty_lines: false,
    max_record_size: 200_000,
  });
  const fed = feed(parser, begin, text);
  let row = 0;
  try {
    for await (const record of parser) {
      row += 1;
      const cells = cellsOf(record);
      if (cells.some((cell) => cell.trim() !== '')) yield { row, cells };
    }
    await fed;
  } catch (error) {
    if (error instanceof UnreadableFile) throw error;
    if (error instanceof Error && 'code' in error && String(error.code).startsWith('CSV_'))
      throw new UnreadableFile(`row ${row + 1}`);
    throw error;
  }
}

async function feed(
  parser: Readable & { write(text: string): boolean; end(): void },
  begin: string,
  rest: AsyncIterable<string>,
): Promise<void> {
  try {
    parser.write(begin);
    for await (const piece of rest) {
      if (!parser.write(piece)) await new Promise((resolve) => parser.once('drain', resolve));
      if (parser.destroyed) return;
    }
    parser.end();
  } catch (error) {
    parser.destroy(error instanceof Error ? error : new Error('unreadable'));
  }
}

function cellsOf(record: unknown): string[] {
  return Array.isArray(record) ? record.slice(0, mostCells).map((cell) => String(cell)) : [];
}
