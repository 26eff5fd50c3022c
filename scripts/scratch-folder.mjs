// Where test databases are made. Plain Node 20, no packages.
import { readFileSync, statfsSync } from 'node:fs';
import { tmpdir } from 'node:os';

const memory = '/dev/shm';
const needed = 2 ** 31;

/**
 * Files in memory, where this machine has room for some and runs programs from there; else the folder for temporary
 * files. Tests make and drop databases by the dozen, of hundreds of files each: the slowest work of many a disk.
 */
export function scratchFolder() {
  try {
    const { bavail, bsize } = statfsSync(memory);
    const mounts = readFileSync('/proc/mounts', 'utf8').split('\n');
    const options = mounts.map((line) => line.split(' ')).find(([, folder]) => folder === memory)?.[3];
    const runsPrograms = options !== undefined && !options.split(',').includes('noexec');
    return runsPrograms && bavail * bsize >= needed ? memory : tmpdir();
  } catch {
    // Not Linux.
    return tmpdir();
  }
}
