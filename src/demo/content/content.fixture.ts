import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { z } from 'zod';

const record = join(import.meta.dirname, '../../../data/demo');

/** The keys of one table of the record that the demonstration's work stands on. */
export function recordKeys(table: string): string[] {
  const rows: unknown = parse(readFileSync(join(record, `${table}.csv`)), { columns: true });
  return z
    .array(z.object({ id: z.string() }))
    .parse(rows)
    .map(({ id }) => id);
}

export function idsOf(rows: readonly { id: string }[]): string[] {
  return rows.map(({ id }) => id);
}

/** Words without diacritics and signs, as people type them. */
export function foldText(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}
