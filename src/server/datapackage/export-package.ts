import { createWriteStream } from 'node:fs';
import { mkdtemp, readdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ClientBase } from 'pg';
import { makeFolder } from '../lifecycle/make-folder.ts';
import { csvLine } from './csv-line.ts';
import { describeResources } from './describe-resources.ts';
import { descriptorOf, type PackageTitles } from './descriptor.ts';
import type { RecordName } from './import-package.ts';
import { readAll } from './read-all.ts';
import { fileOf, type Resource, type ResourceDeclaration } from './resource.ts';

export interface ExportOptions {
  folder: string;
  resources: readonly ResourceDeclaration[];
  titles: PackageTitles;
  record: RecordName | undefined;
  /** Write into a folder that holds something else as well. */
  force: boolean;
  onProgress?: (resource: string, rows: number) => void;
}

export type ExportOutcome =
  | { kind: 'written'; rows: number }
  | { kind: 'folder-not-empty' }
  /** The disk refuses: `code` is its word for why, such as EACCES or ENOSPC. */
  | { kind: 'folder-unusable'; code: string };

/**
 * Writes the whole record as a package, from one state of the database. The same record gives the same bytes. Files
 * take their places only when all are written.
 * @returns `folder-not-empty` where the folder holds something that is no package
 */
export async function exportPackage(client: ClientBase, options: ExportOptions): Promise<ExportOutcome> {
  try {
    return await exportInto(client, options);
  } catch (error) {
    const code = refusalOf(error);
    if (code === undefined) throw error;
    return { kind: 'folder-unusable', code };
  }
}

const refusals = [
  'EACCES',
  'EPERM',
  'EROFS',
  'EEXIST',
  'ENOENT',
  'ENOTDIR',
  'EISDIR',
  'ENAMETOOLONG',
  'ENOSPC',
  'EDQUOT',
  'EINVAL',
  'ELOOP',
  'EIO',
] as const;

/** Why a disk does not take what is written; undefined for any other error. */
function refusalOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error ? refusals.find((code) => code === error.code) : undefined;
}

async function exportInto(client: ClientBase, options: ExportOptions): Promise<ExportOutcome> {
  const { folder } = options;
  makeFolder(folder);
  const present = (await readdir(folder)).filter((name) => !name.startsWith('.'));
  if (present.length > 0 && !present.includes('datapackage.json') && !options.force)
    return { kind: 'folder-not-empty' };
  // Inside the folder, so that renaming never crosses from one disk to another.
  const unfinished = await mkdtemp(join(folder, '.unfinished-'));
  try {
    const written = await writeAll(client, options, unfinished);
    for (const file of written.files) await rename(join(unfinished, file), join(folder, file));
    return { kind: 'written', rows: written.rows };
  } finally {
    await rm(unfinished, { recursive: true, force: true });
  }
}

async function writeAll(client: ClientBase, options: ExportOptions, folder: string) {
  const resources = await describeResources(client, options.resources);
  const descriptor = descriptorOf(resources, options.titles, options.record);
  await writeFile(join(folder, 'datapackage.json'), `${JSON.stringify(descriptor, null, 2)}\n`);
  const files = ['datapackage.json'];
  let rows = 0;
  await client.query('BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY');
  try {
    for (const resource of resources) {
      const written = await writeTable(client, resource, folder);
      options.onProgress?.(resource.name, written);
      files.push(fileOf(resource));
      rows += written;
    }
  } finally {
    await client.query('ROLLBACK');
  }
  return { files, rows };
}

async function writeTable(client: ClientBase, resource: Resource, folder: string): Promise<number> {
  let rows = 0;
  async function* lines() {
    yield csvLine(resource.columns.map((column) => column.name));
    for await (const batch of readAll(client, resource)) {
      rows += batch.length;
      yield batch.map((cells) => csvLine(cells.map((cell) => cell ?? ''))).join('');
    }
  }
  await pipeline(Readable.from(lines()), createWriteStream(join(folder, fileOf(resource))));
  return rows;
}
