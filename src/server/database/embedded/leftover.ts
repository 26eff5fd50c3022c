import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isAlive } from '../../lifecycle/process.ts';

const patience = 20_000;

/**
 * Stops a PostgreSQL that still runs on a data folder because the process that started it was killed. PostgreSQL itself
 * clears a postmaster.pid whose process is gone.
 * @param data the cluster's own folder; the caller holds the lock on the data folder around it
 * @returns whether there was one
 */
export async function stopLeftover(data: string): Promise<boolean> {
  const text = await readFile(join(data, 'postmaster.pid'), 'utf8').catch(() => '');
  const [line = '', folder = ''] = text.split('\n');
  const pid = Number(line);
  if (!Number.isInteger(pid) || pid <= 0 || !isAlive(pid) || folder !== data) return false;
  // The number may have been given to another program since the machine restarted.
  const command = await readFile(`/proc/${pid}/cmdline`, 'utf8').catch(() => 'postgres');
  if (!command.includes('postgres')) return false;
  process.kill(pid, 'SIGINT');
  for (let waited = 0; isAlive(pid); waited += 50) {
    // An immediate shutdown loses nothing either: the next start replays the log.
    if (waited === patience) process.kill(pid, 'SIGQUIT');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return true;
}
