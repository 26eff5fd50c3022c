import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { startCluster } from '#server/database/embedded/cluster.ts';

/** The PostgreSQL that tests run on: TEST_DATABASE_URL, else an embedded one made for the run. */
export async function startTestServer(): Promise<{ url: string; stop(): Promise<void> }> {
  const given = process.env['TEST_DATABASE_URL'];
  if (given) return { url: given, stop: () => Promise.resolve() };
  const dataDir = await mkdtemp(join(tmpdir(), 'pop-test-'));
  await chmod(dataDir, 0o755);
  // Thrown away after the run: nothing has to outlive a power cut.
  const cluster = await startCluster(dataDir, { settings: { fsync: 'off', full_page_writes: 'off' } });
  return {
    url: cluster.url,
    stop: async () => {
      await cluster.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
