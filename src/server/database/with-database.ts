import type { Config } from '../config.ts';
import { holderOf, takeLock } from '../lifecycle/lock.ts';
import { DatabaseError } from './database-error.ts';
import { openDatabase, type Database } from './db.ts';
import { runningClusterUrl, startCluster } from './embedded/cluster.ts';
import { migrate } from './migrate.ts';

/**
 * Runs `work` on the installation's database, whether the site is running or not: on DATABASE_URL, on the embedded
 * database of a running site, or on one started for this and stopped after.
 */
export async function withDatabase<T>(config: Config, work: (database: Database) => Promise<T>): Promise<T> {
  if (config.databaseUrl) {
    await migrate(config.databaseUrl);
    return onDatabase(config, config.databaseUrl, work);
  }
  const lock = takeLock(config.dataDir);
  if ('heldBy' in lock) {
    const url = await runningClusterUrl(config.dataDir);
    if (!url || !holderOf(config.dataDir))
      throw new DatabaseError(
        `The process ${lock.heldBy.pid} is starting or stopping on ${config.dataDir}: try again in a moment.`,
      );
    return onDatabase(config, url, work);
  }
  try {
    const cluster = await startCluster(config.dataDir);
    try {
      await migrate(cluster.url);
      return await onDatabase(config, cluster.url, work);
    } finally {
      await cluster.stop();
    }
  } finally {
    lock.release();
  }
}

async function onDatabase<T>(
  config: Config,
  url: string,
  work: (database: Database) => Promise<T>,
): Promise<T> {
  const database = openDatabase({ url, preparedStatements: config.preparedStatements });
  try {
    return await work(database);
  } finally {
    await database.close();
  }
}
