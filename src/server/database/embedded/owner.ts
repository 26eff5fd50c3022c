import { createHash } from 'node:crypto';
import { chown, cp, lstat, mkdir, readdir, readFile, rename, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { DatabaseError } from '../database-error.ts';
import { binariesIn, type Binaries } from './binaries.ts';

/** Account that PostgreSQL runs as. It refuses to run as root, so a root process lends it another. */
export interface Owner {
  uid: number;
  gid: number;
}

/** Undefined where this process is no root: PostgreSQL then runs as the same account. */
export async function chooseOwner(): Promise<Owner | undefined> {
  if (process.getuid?.() !== 0) return undefined;
  const accounts = (await readFile('/etc/passwd', 'utf8')).split('\n').map((line) => line.split(':'));
  // initdb asks for the account's name, so a bare number will not do.
  for (const name of ['postgres', 'nobody']) {
    const account = accounts.find(([known]) => known === name);
    if (account) return { uid: Number(account[2]), gid: Number(account[3]) };
  }
  throw new DatabaseError(
    'PostgreSQL refuses to run as root, and this machine has no account postgres or nobody: start POP as another user.',
  );
}

/** Whether every folder above a path lets other accounts through. */
export async function isReachable(path: string): Promise<boolean> {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    const { mode } = await stat(folder);
    if ((mode & 0o001) === 0) return false;
    if (folder === dirname(folder)) return true;
  }
}

/**
 * The folder for the cluster: in DATA_DIR, or, where the other account cannot get there (a root's home), under
 * /var/lib/pop by the hash of DATA_DIR.
 */
export async function clusterFolder(dataDir: string, owner: Owner | undefined): Promise<string> {
  const inside = join(dataDir, 'postgres');
  if (!owner || (await isReachable(inside))) return inside;
  const outside = join('/var/lib/pop', createHash('sha256').update(dataDir).digest('hex').slice(0, 16));
  await mkdir(outside, { recursive: true, mode: 0o755 });
  return outside;
}

/** The binaries, copied next to the cluster where the other account cannot reach the installed ones. */
export async function reachableBinaries(
  installed: Binaries,
  folder: string,
  owner: Owner | undefined,
): Promise<Binaries> {
  if (!owner || (await isReachable(installed.postgres))) return installed;
  const version = createHash('sha256').update(installed.native).digest('hex').slice(0, 12);
  const copy = join(folder, `binaries-${version}`);
  if (!(await stat(copy).catch(() => undefined))) {
    const unfinished = `${copy}.unfinished`;
    await cp(installed.native, unfinished, { recursive: true, verbatimSymlinks: true });
    await rename(unfinished, copy);
  }
  return binariesIn(copy);
}

/** Gives a folder and all in it to the account. */
export async function giveTo(owner: Owner, path: string): Promise<void> {
  await chown(path, owner.uid, owner.gid);
  if (!(await lstat(path)).isDirectory()) return;
  for (const name of await readdir(path)) await giveTo(owner, join(path, name));
}
