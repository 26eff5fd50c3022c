import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';

const folder = join(import.meta.dirname, '../../../data/demo-workspace');

/** The rows of one file of the demonstration's work; a row that is not as it must be is told with its line. */
export function readTable<Row>(name: string, row: z.ZodType<Row>): Row[] {
  const raw: unknown[] = parse(readFileSync(join(folder, `${name}.csv`)), { columns: true });
  return raw.map((cells, index) => {
    const read = row.safeParse(cells);
    if (read.success) return read.data;
    throw new Error(`${name}.csv, line ${index + 2}: ${z.prettifyError(read.error)}`);
  });
}

export function readJson<Content>(name: string, content: z.ZodType<Content>): Content {
  return content.parse(JSON.parse(readFileSync(join(folder, `${name}.json`), 'utf8')));
}
