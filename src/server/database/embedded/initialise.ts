import { once } from 'node:events';
import { chown, mkdir, open, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseError } from '../database-error.ts';
import type { Owner } from './owner.ts';
import { cannotRun, spawnAs } from './run.ts';

export interface NewCluster {
  initdb: string;
  folder: string;
  user: string;
  password: string;
  owner: Owner | undefined;
}

/**
 * Makes the cluster `data` in a folder: passwords by SCRAM for every way in, checksums on every page, the same order of
 * letters on every machine. Interrupted at any point it leaves no `data`, and the next start begins anew.
 */
export async function initialiseCluster({
  initdb,
  folder,
  user,
  password,
  owner,
}: NewCluster): Promise<void> {
  const unfinished = join(folder, 'data.unfinished');
  const passwordFile = join(folder, 'initial-password');
  await rm(unfinished, { recursive: true, force: true });
  await rm(passwordFile, { force: true });
  await mkdir(unfinished, { mode: 0o700 });
  await writeFile(passwordFile, password, { mode: 0o600, flag: 'wx' });
  if (owner) {
    for (const path of [unfinished, passwordFile]) await chown(path, owner.uid, owner.gid);
  }
  try {
    await runToEnd(owner, initdb, [
      `--pgdata=${unfinished}`,
      `--username=${user}`,
      `--pwfile=${passwordFile}`,
      '--auth=scram-sha-256',
      '--encoding=UTF8',
      '--locale-provider=icu',
      '--icu-locale=und',
      '--locale=C',
      '--data-checksums',
      '--no-instructions',
    ]);
  } finally {
    await rm(passwordFile, { force: true });
  }
  await rename(unfinished, join(folder, 'data'));
  await syncFolder(folder);
}

async function runToEnd(owner: Owner | undefined, command: string, args: readonly string[]): Promise<void> {
  const child = spawnAs(owner, command, args, { detached: false, stdio: ['ignore', 'ignore', 'pipe'] });
  let faults = '';
  child.stderr?.on('data', (chunk) => (faults += String(chunk)));
  const [code] = await once(child, 'close').catch((error: Error) => {
    throw cannotRun(command, error);
  });
  if (code !== 0) throw new DatabaseError(`The database could not be made: ${faults.trim()}`);
}

/** After this, the new name outlives a power cut. */
async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}
