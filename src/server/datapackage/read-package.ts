import { readFile, readdir, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Faults } from './fault.ts';
import type { OnProgress } from './progress.ts';
import { readCsv, unread } from './read-csv.ts';
import { listedResources, readDescriptor } from './read-descriptor.ts';
import { fileOf, type ReadTable, type Resource } from './resource.ts';

/** Longer than this is no record of a network, and near the longest text that fits a string. */
const mostBytes = 400 * 1024 ** 2;

export interface ReadPackage {
  /** Which record the package belongs to; undefined where it may go into any. */
  record: 'real' | 'demo' | undefined;
  /** What the package says of each table that it has, in the order of import. */
  tables: ReadTable[];
}

/** Reads and checks every file of a package by itself; what is wrong goes to `faults`. */
export async function readPackage(
  folder: string,
  resources: readonly Resource[],
  faults: Faults,
  onProgress: OnProgress,
): Promise<ReadPackage> {
  const descriptor = await readDescriptor(folder, faults);
  if (!descriptor) return { record: undefined, tables: [] };
  const listed = listedResources(descriptor, resources, faults);
  const present = new Set(await readdir(folder));
  const tables: ReadTable[] = [];
  for (const resource of resources) {
    const file = fileOf(resource);
    if (listed.has(resource.name)) {
      const table = await readTable(join(folder, file), resource, faults);
      tables.push(table);
      onProgress({
        stage: 'read',
        resource: resource.name,
        done: table.rows.length,
        total: table.rows.length,
      });
    } else if (present.has(file)) {
      faults.add({ file, expected: { rule: 'listed' } });
    }
  }
  return { record: descriptor.pop?.record, tables };
}

async function readTable(path: string, resource: Resource, faults: Faults): Promise<ReadTable> {
  const file = fileOf(resource);
  try {
    const found = await stat(path);
    // A folder has no text, and a device none that ends.
    if (!found.isFile()) faults.add({ file, expected: { rule: 'readable-file' } });
    else if (found.size <= mostBytes) return readCsv(resource, await readFile(path), faults);
    else faults.add({ file, value: `${Math.ceil(found.size / 1024 ** 2)} MB`, expected: { rule: 'size' } });
  } catch (error) {
    if (!(error instanceof Error && 'code' in error)) throw error;
    const rule = error.code === 'ENOENT' ? 'file' : 'readable-file';
    faults.add({ file, expected: { rule } });
  }
  return unread(resource);
}
