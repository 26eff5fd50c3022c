import { existsSync, mkdirSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

/**
 * Makes a folder, and those that it lies in. Node's own `recursive` tries for ever where nothing can be made at all, as
 * in /proc.
 * @throws the system's error, with its code, where there is no such folder afterwards
 */
export function makeFolder(path: string): void {
  try {
    mkdirSync(path);
  } catch (error) {
    if (statSync(path, { throwIfNoEntry: false })?.isDirectory()) return;
    const isParentMissing = error instanceof Error && 'code' in error && error.code === 'ENOENT';
    const parent = dirname(path);
    if (!isParentMissing || existsSync(parent)) throw error;
    makeFolder(parent);
    makeFolder(path);
  }
}
