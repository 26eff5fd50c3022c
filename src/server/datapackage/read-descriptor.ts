import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import type { Faults } from './fault.ts';
import { fileOf, type Resource } from './resource.ts';

const descriptorFile = 'datapackage.json';

const descriptorSchema = z.object({
  pop: z.object({ record: z.enum(['real', 'demo']) }).optional(),
  resources: z.array(z.object({ name: z.string(), path: z.string() })).min(1),
});

export type Descriptor = z.infer<typeof descriptorSchema>;

/** datapackage.json of a folder; undefined where there is none that can be used. */
export async function readDescriptor(folder: string, faults: Faults): Promise<Descriptor | undefined> {
  const file = descriptorFile;
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
  } catch (error) {
    faults.add({ file, value: error instanceof Error ? error.message : '', expected: { rule: 'json' } });
    return undefined;
  }
  const parsed = descriptorSchema.safeParse(json);
  if (parsed.success) return parsed.data;
  for (const issue of parsed.error.issues) {
    const column = issue.path.join('.');
    faults.add({ file, ...(column ? { column } : {}), expected: { rule: 'descriptor-form' } });
  }
  return undefined;
}

/**
 * Names of the resources that a package lists and that are ours. A path is the file of that name and nothing else: it
 * cannot lead out of the folder.
 */
export function listedResources(
  { resources: entries }: Descriptor,
  resources: readonly Resource[],
  faults: Faults,
): Set<string> {
  const listed = new Set<string>();
  for (const { name, path } of entries) {
    const resource = resources.find((known) => known.name === name);
    if (!resource) {
      faults.add({
        file: descriptorFile,
        column: 'name',
        value: name,
        expected: {
          rule: 'known-resource',
          values: { names: resources.map((known) => known.name).join(', ') },
        },
      });
    } else if (path !== fileOf(resource)) {
      const expected = { rule: 'resource-path', values: { path: fileOf(resource) } };
      faults.add({ file: descriptorFile, column: 'path', value: path, expected });
    } else if (listed.has(name)) {
      faults.add({ file: descriptorFile, column: 'name', value: name, expected: { rule: 'resource-once' } });
    } else {
      listed.add(name);
    }
  }
  return listed;
}
