import { chmod, mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { startCluster } from '#server/database/embedded/cluster.ts';
import { stopLeftover } from '#server/database/embedded/leftover.ts';
import { holdDataFolder, takeLock } from '#server/lifecycle/lock.ts';
import { scratchFolder } from '../../scripts/scratch-folder.mjs';

const prefix = 'pop-test-';
const settled = 60_000;

/** The PostgreSQL that tests run on: TEST_DATABASE_URL, else an embedded one made for the run. */
export async function startTestServer(): Promise<{ url: string; stop(): Promise<void> }> {
  const given = process.env['TEST_DATABASE_URL'];
  if (given) return { url: given, stop: () => Promise.resolve() };
  await clearAbandoned();
  const dataDir = await mkdtemp(join(scratchFolder(), prefix));
  await chmod(dataDir, 0o755);
  const lock = holdDataFolder(dataDir);
  // Thrown away after the run: nothing has to outlive a power cut, and nothing to be tidied up behind the tests.
  const settings = {
    fsync: 'off',
    full_page_writes: 'off',
    synchronous_commit: 'off',
    autovacuum: 'off',
    // Several files at a time, some of which start servers with pools of their own.
    max_connections: '200',
  };
  const cluster = await startCluster(dataDir, { settings });
  return {
    url: cluster.url,
    stop: async () => {
      await cluster.stop();
      lock.release();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

/** Stops and removes what runs that were killed have left. */
async function clearAbandoned(): Promise<void> {
  const scratch = scratchFolder();
  for (const name of await readdir(scratch)) {
    const dataDir = join(scratch, name);
    if (name.startsWith(prefix)) await clear(dataDir).catch(() => undefined);
  }
}

async function clear(dataDir: string): Promise<void> {
  const { mtimeMs } = await stat(dataDir);
  // One that was made just now may not be locked yet.
  if (Date.now() - mtimeMs < settled) return;
  const lock = takeLock(dataDir);
  if ('heldBy' in lock) return;
  await stopLeftover(join(dataDir, 'postgres/data'));
  lock.release();
  await rm(dataDir, { recursive: true });
}
