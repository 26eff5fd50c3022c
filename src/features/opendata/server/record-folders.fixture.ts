import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { csvLine } from '#server/datapackage/csv-line.ts';

const records = join(import.meta.dirname, '../../../../data');

export function recordFolder(name: 'real' | 'demo'): string {
  return join(records, name);
}

/** The bytes of every file of a folder. */
export async function readFolder(folder: string): Promise<Record<string, string>> {
  const names = (await readdir(folder)).toSorted();
  return Object.fromEntries(
    await Promise.all(names.map(async (name) => [name, await readFile(join(folder, name), 'latin1')])),
  );
}

export type Row = Readonly<Record<string, string>>;

/** The rows of a table of a record, by column. */
export async function readRows(name: 'real' | 'demo', resource: string): Promise<Row[]> {
  return parse(await readFile(join(recordFolder(name), `${resource}.csv`), 'utf8'), { columns: true });
}

/** A package of some rows alone, with their columns. */
export async function writeRows(
  folder: string,
  tables: Readonly<Record<string, readonly Row[]>>,
): Promise<string> {
  const resources = Object.keys(tables).map((name) => ({ name, path: `${name}.csv` }));
  await writeFile(join(folder, 'datapackage.json'), JSON.stringify({ resources }));
  for (const [name, rows] of Object.entries(tables)) {
    const header = Object.keys(rows[0] ?? {});
    const lines = [header, ...rows.map((row) => header.map((column) => row[column] ?? ''))];
    await writeFile(join(folder, `${name}.csv`), lines.map(csvLine).join(''));
  }
  return folder;
}
