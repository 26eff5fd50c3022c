import { createHash, randomBytes } from 'node:crypto';
import {
  access,
  chmod,
  cp,
  lstat,
  mkdir,
  readdir,
  readlink,
  realpath,
  rename,
  rm,
  stat,
  symlink,
} from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { DatabaseError } from '../database-error.ts';
import { binariesIn, type Binaries } from './binaries.ts';
import { isReachable, type Owner } from './owner.ts';

const shared = '/var/lib/pop';

/**
 * The folder for cluster, log and, where need be, binaries: `postgres` in the data folder. Where another account is to
 * run PostgreSQL and cannot get there (a root's home), it is a link to a folder under /var/lib/pop.
 * @returns the folder itself, never the link
 */
export async function clusterFolder(
  dataDir: string,
  owner: Owner | undefined,
  say: (text: string) => void,
): Promise<string> {
  const inside = join(await realpath(dataDir), 'postgres');
  const known = await lstat(inside).catch(() => undefined);
  if (known?.isSymbolicLink()) return followLink(inside);
  const holdsCluster = await exists(join(inside, 'data'));
  await mkdir(inside, { recursive: true });
  if (!owner) return inside;
  // Whatever the umask: the account has to get through. The cluster within is for it alone.
  if (!holdsCluster) await chmod(inside, 0o755);
  if (await isReachable(inside, owner)) return inside;
  if (holdsCluster) {
    throw new DatabaseError(
      `The account that PostgreSQL is to run as cannot reach ${inside}: start POP as the account that made it.`,
    );
  }
  const outside = join(shared, randomBytes(6).toString('hex'));
  await mkdir(outside, { recursive: true });
  for (const folder of [shared, outside]) await chmod(folder, 0o755);
  await rm(inside, { recursive: true });
  await symlink(outside, inside);
  say(`The database is kept in ${outside}: the account that it runs as cannot reach ${dataDir}`);
  return outside;
}

async function followLink(link: string): Promise<string> {
  const target = await readlink(link);
  if (await exists(target)) return target;
  // Rather no database than an empty one: the disk with the folder may not be mounted yet.
  throw new DatabaseError(`The database of ${dirname(link)} is in ${target}, which is not there.`);
}

/** The binaries; a copy beside the cluster where the account cannot reach the installed ones. */
export async function reachableBinaries(
  installed: Binaries,
  folder: string,
  owner: Owner | undefined,
): Promise<Binaries> {
  if (!owner || (await areReachable(installed, owner))) return installed;
  const { mtimeMs, size } = await stat(installed.postgres);
  const version = createHash('sha256').update(`${installed.native} ${mtimeMs} ${size}`).digest('hex');
  const name = `binaries-${version.slice(0, 12)}`;
  if (!(await exists(join(folder, name)))) {
    for (const old of await readdir(folder)) {
      if (old.startsWith('binaries-')) await rm(join(folder, old), { recursive: true });
    }
    const unfinished = join(folder, `${name}.unfinished`);
    await cp(installed.native, unfinished, { recursive: true, verbatimSymlinks: true });
    await openToAll(unfinished);
    await rename(unfinished, join(folder, name));
  }
  return binariesIn(join(folder, name));
}

async function areReachable({ native, postgres, initdb }: Binaries, owner: Owner): Promise<boolean> {
  const samples = [postgres, initdb, join(native, 'lib'), join(native, 'share/postgresql')];
  for (const sample of samples) {
    if (!(await isReachable(sample, owner))) return false;
  }
  return true;
}

/** Lets every account read what its owner reads, and execute what its owner executes. */
async function openToAll(path: string): Promise<void> {
  const status = await lstat(path);
  if (status.isSymbolicLink()) return;
  const own = (status.mode >> 6) & 0o5;
  await chmod(path, status.mode | (own << 3) | own);
  if (!status.isDirectory()) return;
  for (const name of await readdir(path)) await openToAll(join(path, name));
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
