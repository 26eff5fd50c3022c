import { mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import { scratchFolder } from '../../scripts/scratch-folder.mjs';

/** A folder of its own for each call; all are removed after the file's tests. */
export function useFolders(): () => Promise<string> {
  let parent = '';
  beforeAll(async () => {
    parent = await mkdtemp(join(scratchFolder(), 'pop-folders-'));
  });
  afterAll(() => rm(parent, { recursive: true }));
  return () => mkdtemp(join(parent, 'f-'));
}
