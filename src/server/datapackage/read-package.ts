import { readFile, readdir, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { z } from 'zod';
import type { Faults } from './fault.ts';
import { readCsv } from './read-csv.ts';
import { fileOf, type PackageRow, type Resource } from './resource.ts';

/** Larger files than this are no record of a network; they would only fill the memory. */
const mostBytes = 1024 ** 3;

const descriptorSchema = z.object({
  pop: z.object({ record: z.enum(['real', 'demo']) }).optional(),
  resources: z.array(z.object({ name: z.string(), path: z.string() })).min(1),
});

export interface ReadPackage {
  /** Which record the package belongs to; undefined where it may go into any. */
  record: 'real' | 'demo' | undefined;
  /** The rows of each resource that the package has, in the order of import. */
  tables: { resource: Resource; rows: PackageRow[] }[];
}

/** Reads and checks every file of a package by itself; what is wrong goes to `faults`. */
export async function readPackage(
  folder: string,
  resources: readonly Resource[],
  faults: Faults,
): Promise<ReadPackage> {
  const tables: ReadPackage['tables'] = [];
  const descriptor = await readDescriptor(folder, faults);
  if (!descriptor) return { record: undefined, tables };
  const present = new Set(await readdir(folder));
  for (const { name, path } of descriptor.resources) {
    if (!resources.some((resource) => resource.name === name)) {
      faults.add({
        file: 'datapackage.json',
        column: 'resources',
        value: name,
        expected: { rule: 'known-resource' },
      });
    } else if (path !== `${name}.csv` || basename(path) !== path) {
      faults.add({
        file: 'datapackage.json',
        column: 'path',
        value: path,
        expected: { rule: 'resource-path', values: { path: `${name}.csv` } },
      });
    } else if (!present.has(path)) {
      faults.add({ file: path, expected: { rule: 'file' } });
    }
  }
  const listed = new Set(descriptor.resources.map((resource) => resource.name));
  for (const resource of resources) {
    const file = fileOf(resource);
    if (!listed.has(resource.name)) {
      if (present.has(file)) faults.add({ file, expected: { rule: 'listed' } });
      continue;
    }
    if (!present.has(file)) continue;
    const path = join(folder, file);
    if ((await stat(path)).size > mostBytes) {
      faults.add({ file, expected: { rule: 'size' } });
      continue;
    }
    tables.push({ resource, rows: readCsv(resource, await readFile(path), faults) });
  }
  return { record: descriptor.pop?.record, tables };
}

async function readDescriptor(folder: string, faults: Faults) {
  const file = 'datapackage.json';
  let text: string;
  try {
    text = await readFile(join(folder, file), 'utf8');
  } catch {
    faults.add({ file, value: folder, expected: { rule: 'descriptor' } });
    return undefined;
  }
  let json: unknown;
  try {
    json = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    faults.add({ file, expected: { rule: 'json' } });
    return undefined;
  }
  const parsed = descriptorSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) {
    faults.add({ file, column: issue.path.join('.'), expected: { rule: 'descriptor-form' } });
  }
  return undefined;
}
