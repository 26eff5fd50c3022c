import { access, readFile, readlink, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { isAlive } from '../../lifecycle/process.ts';

const patience = 20_000;

/**
 * Stops a PostgreSQL that still runs on a cluster because the process that started it was killed; clears what one that
 * was killed itself has left.
 * @param data the cluster's own folder; the caller holds the lock on the data folder around it
 * @returns whether one was running
 */
export async function stopLeftover(data: string): Promise<boolean> {
  const pidFile = join(data, 'postmaster.pid');
  const text = await readFile(pidFile, 'utf8').catch(() => '');
  const [line = '', folder = ''] = text.split('\n');
  const pid = Number(line);
  if (Number.isInteger(pid) && pid > 0 && isAlive(pid) && (await worksIn(pid, data, folder))) {
    await stop(pid);
    return true;
  }
  // PostgreSQL refuses to start while any process has that number: an ended one that nobody has asked after, or, in a
  // container that was started anew, another program. Its own check of the shared memory still guards the files.
  await rm(pidFile, { force: true });
  return false;
}

/** A server works in the folder of its cluster. Where the system does not tell, its own word for it is taken. */
async function worksIn(pid: number, data: string, told: string): Promise<boolean> {
  const tells = await access('/proc/self/cwd').then(
    () => true,
    () => false,
  );
  return tells ? (await readlink(`/proc/${pid}/cwd`).catch(() => '')) === data : told === data;
}

async function stop(pid: number): Promise<void> {
  process.kill(pid, 'SIGINT');
  for (let waited = 0; isAlive(pid); waited += 50) {
    // An immediate shutdown loses nothing either: the next start replays the log.
    if (waited === patience) process.kill(pid, 'SIGQUIT');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
