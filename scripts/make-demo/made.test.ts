import { execFile } from 'node:child_process';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { expect, test } from 'vitest';
import { useFolders } from '#testing/folders.ts';

const newFolder = useFolders();
const run = promisify(execFile);

/** The files of a folder that differ from those of another, or that only one of them has. */
async function differing(made: string, kept: string): Promise<string[]> {
  const names = new Set([...(await readdir(made)), ...(await readdir(kept))]);
  const read = (folder: string, name: string) => readFile(join(folder, name), 'utf8').catch(() => null);
  const pairs = [...names].map(async (name) => ({
    name,
    same: (await read(made, name)) === (await read(kept, name)),
  }));
  return (await Promise.all(pairs)).filter(({ same }) => !same).map(({ name }) => name);
}

test.each([
  ['main.ts', 'data/demo'],
  ['work/main.ts', 'data/demo-workspace/monitoring'],
])('what scripts/make-demo/%s makes is %s, byte for byte', async (program, kept) => {
  const made = await newFolder();
  await run(process.execPath, [join(import.meta.dirname, program), made]);
  expect(await differing(made, kept)).toEqual([]);
});
