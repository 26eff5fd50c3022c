import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { isAlive } from '../../lifecycle/process.ts';

/**
 * Stops a PostgreSQL that still runs on a data folder because the process that started it was killed. PostgreSQL itself
 * clears a postmaster.pid whose process is gone.
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
    if (waited === 20_000) process.kill(pid, 'SIGQUIT');
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
  return true;
}
