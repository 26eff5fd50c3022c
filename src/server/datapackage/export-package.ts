import { createWriteStream } from 'node:fs';
import { access, mkdir, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ClientBase } from 'pg';
import { csvLine } from './csv-line.ts';
import { describeResources } from './describe-resources.ts';
import { descriptorOf, type PackageTitles } from './descriptor.ts';
import { canonical } from './plan.ts';
import { fileOf, type Resource, type ResourceDeclaration } from './resource.ts';
import { selectCells } from './select-cells.ts';

export interface ExportOptions {
  folder: string;
  resources: readonly ResourceDeclaration[];
  titles: PackageTitles;
  record: 'real' | 'demo' | undefined;
  onProgress?: (resource: string, rows: number) => void;
}

export type ExportOutcome = { kind: 'written'; rows: number } | { kind: 'folder-not-empty' };

const batchSize = 5_000;

/**
 * Writes the whole record as a package, from one state of the database. The same record gives the same bytes.
 * @returns `folder-not-empty` where the folder holds something that is no package
 */
export async function exportPackage(client: ClientBase, options: ExportOptions): Promise<ExportOutcome> {
  const { folder } = options;
  const present = await readdir(folder).catch((): string[] => []);
  if (present.length > 0 && !present.includes('datapackage.json')) return { kind: 'folder-not-empty' };
  await mkdir(folder, { recursive: true });
  const resources = await describeResources(client, options.resources);
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  try {
    let rows = 0;
    for (const resource of resources) {
      const written = await writeTable(client, resource, folder);
      options.onProgress?.(resource.name, written);
      rows += written;
    }
    // The descriptor last: a folder without one is an export that did not finish.
    const text = `${JSON.stringify(descriptorOf(resources, options.titles, options.record), null, 2)}\n`;
    await writeFile(join(folder, 'datapackage.json'), text);
    return { kind: 'written', rows };
  } finally {
    await client.query('ROLLBACK');
  }
}

async function writeTable(client: ClientBase, resource: Resource, folder: string): Promise<number> {
  const path = join(folder, fileOf(resource));
  const unfinished = `${path}.unfinished`;
  let rows = 0;
  async function* lines() {
    yield csvLine(resource.columns.map((column) => column.name));
    for await (const cells of readAll(client, resource)) {
      rows += 1;
      yield csvLine(cells.map((cell) => cell ?? ''));
    }
  }
  try {
    await pipeline(Readable.from(lines()), createWriteStream(unfinished));
    await rename(unfinished, path);
  } finally {
    if (
      await access(unfinished).then(
        () => true,
        () => false,
      )
    )
      await rm(unfinished);
  }
  return rows;
}

/** Every row of a resource in the order of its keys' bytes, read in keyset batches. */
export async function* readAll(client: ClientBase, resource: Resource) {
  let after = '';
  for (;;) {
    const { rows } = await client.query<{ key: string; cells: (string | null)[] }>(
      `${selectCells(resource)} WHERE t.key COLLATE "C" > $1 ORDER BY t.key COLLATE "C" LIMIT ${batchSize}`,
      [after],
    );
    for (const { cells } of rows) yield canonical(resource, cells);
    const last = rows.at(-1);
    if (!last || rows.length < batchSize) return;
    after = last.key;
  }
}
