import { parse } from 'csv-parse';
import type { Readable } from 'node:stream';

/** The separator of a file by its first line: the one that stands in it most. */
export function separatorOf(line: string): string {
  const counts = [',', ';', '\t'].map((sign) => ({ sign, count: line.split(sign).length }));
  return counts.toSorted((a, b) => b.count - a.count)[0]?.sign ?? ',';
}

/** As spreadsheets write: Excel's 'CSV' is in the letters of Windows, its 'Unicode text' in UTF-16. */
export type Encoding = 'utf-8' | 'windows-1250' | 'utf-16le';

/** How a file is written: as its first bytes say, else UTF-8 where all of it can be that. */
export async function encodingOf(source: AsyncIterable<Uint8Array>): Promise<Encoding> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let begin = Buffer.alloc(0);
  try {
    for await (const chunk of source) {
      if (begin.length < 2) begin = Buffer.concat([begin, chunk.subarray(0, 2)]);
      if (begin.length >= 2 && begin.readUInt16LE() === 0xfe_ff) return 'utf-16le';
      decoder.decode(chunk, { stream: true });
    }
    decoder.decode();
    return 'utf-8';
  } catch (error) {
    if (error instanceof TypeError) return 'windows-1250';
    throw error;
  }
}

/** A file that is no CSV. */
export class UnreadableFile extends Error {}

export interface Line {
  /** As a spreadsheet counts: the header is 1. */
  row: number;
  cells: string[];
}

const mostHeader = 100_000;
const mostCells = 200;

/** The text of a file as it comes; what no text has, as a workbook under another name does, ends it. */
async function* textOf(source: AsyncIterable<Uint8Array>, encoding: Encoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding);
  for await (const chunk of source) yield readable(decoder.decode(chunk, { stream: true }));
  yield readable(decoder.decode());
}

function readable(text: string): string {
  if (text.includes('\0')) throw new UnreadableFile('no text');
  return text;
}

/** The lines of a CSV file, one after the other, however long it is. @throws UnreadableFile */
export async function* readLines(
  source: AsyncIterable<Uint8Array>,
  encoding: Encoding,
): AsyncGenerator<Line> {
  const text = textOf(source, encoding);
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
