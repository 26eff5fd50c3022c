import type { Config } from '../config.ts';
import { Closers } from '../lifecycle/closers.ts';
import { takeLock } from '../lifecycle/lock.ts';
import { closeOnSignals } from '../lifecycle/signals.ts';
import { DatabaseError } from './database-error.ts';
import { usingDatabase, type Database } from './db.ts';
import { readAddress } from './embedded/address.ts';
import { startCluster } from './embedded/cluster.ts';
import { migrate } from './migrate.ts';

type Work<T> = (database: Database) => Promise<T>;

/** As a shell tells it of a program that Ctrl-C has ended. */
const interrupted = 130;

/**
 * Runs `work` on the installation's database, whether the site is running or not: on DATABASE_URL, on the embedded
 * database of a running site, or on one started for this and stopped after.
 * @param onMigrated told which migrations were applied before, except on a running site
 */
export async function withDatabase<T>(
  config: Config,
  work: Work<T>,
  onMigrated: (names: readonly string[]) => void = () => undefined,
): Promise<T> {
  const { databaseUrl, preparedStatements } = config;
  if (databaseUrl) {
    onMigrated(await migrate(databaseUrl));
    return usingDatabase({ url: databaseUrl, preparedStatements }, work);
  }
  const closers = new Closers();
  const stopListening = closeOnSignals(closers, interrupted);
  try {
    const url = await findDatabase(config, closers, onMigrated);
    return await usingDatabase({ url, preparedStatements }, work);
  } finally {
    await closers.closeAll();
    stopListening();
  }
}

async function findDatabase(
  { dataDir }: Config,
  closers: Closers,
  onMigrated: (names: readonly string[]) => void,
): Promise<string> {
  const lock = takeLock(dataDir);
  if ('heldBy' in lock) return databaseOfSite(dataDir, lock.heldBy);
  closers.add(() => lock.release());
  const cluster = await startCluster(dataDir, { closers });
  onMigrated(await migrate(cluster.url));
  return cluster.url;
}

/** A site that serves has its database open to commands; a site that starts or stops, or a command, has not. */
async function databaseOfSite(
  dataDir: string,
  holder: { pid: number; address?: string | undefined } | undefined,
): Promise<string> {
  const url = holder?.address === undefined ? undefined : await readAddress(dataDir);
  if (url !== undefined) return url;
  throw new DatabaseError(
    `The data folder ${dataDir} is in use by ${holder ? `process ${holder.pid}` : 'another process'}, which is a command or a site that is starting or stopping: try again when it has finished.`,
  );
}
