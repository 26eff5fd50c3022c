import { loadRecordOnFirstRun } from '#features/opendata/server/first-run.ts';
import { createApp, type App } from '#server/app.ts';
import { ConfigError, readConfig, type Config } from '#server/config.ts';
import { provideApp } from '#server/current-app.ts';
import { DatabaseError } from '#server/database/database-error.ts';
import { openDatabase } from '#server/database/db.ts';
import { startCluster } from '#server/database/embedded/cluster.ts';
import { migrate } from '#server/database/migrate.ts';
import { Closers, closeOnSignals } from '#server/lifecycle/closers.ts';
import { takeLock } from '#server/lifecycle/lock.ts';
import { say } from '#server/lifecycle/say.ts';

/** Starts what answers requests; returns how to stop it. */
export type Serve = (app: App) => Promise<() => Promise<void>>;

/** Everything the program does at start, in order. What is opened is closed in the opposite order. */
async function boot(config: Config, closers: Closers, serve: Serve): Promise<void> {
  const lock = takeLock(config.dataDir);
  if ('heldBy' in lock) {
    const { pid, address } = lock.heldBy;
    throw new DatabaseError(
      `${config.dataDir} is in use by process ${pid}${address ? `, which serves on ${address}` : ''}: nothing was changed.`,
    );
  }
  closers.add(() => lock.release());

  const url = config.databaseUrl ?? (await startEmbedded(config, closers));
  for (const name of await migrate(url)) say(`Migrated: ${name}`);

  const database = openDatabase({ url, preparedStatements: config.preparedStatements });
  const app = createApp(config, database);
  closers.add(() => app.close());

  const loaded = await loadRecordOnFirstRun(config, database, say);
  if (loaded > 0) say(`Loaded the ${config.demo ? 'invented network' : 'record'}: ${loaded} rows`);

  provideApp(app);
  closers.add(await serve(app));
  lock.announce(config.publicUrl);
  say(`Ready on ${config.publicUrl}`);
}

async function startEmbedded(config: Config, closers: Closers): Promise<string> {
  const cluster = await startCluster(config.dataDir, say);
  closers.add(() => cluster.stop());
  say('The database is up');
  return cluster.url;
}

/** Boots and serves until Ctrl-C or SIGTERM. A fault that the operator can mend is told in a sentence, exit code 1. */
export async function runProgram(serve: Serve): Promise<void> {
  const closers = new Closers();
  closeOnSignals(closers);
  try {
    await boot(readConfig(process.env), closers, serve);
  } catch (error) {
    await closers.closeAll();
    const isTold = error instanceof ConfigError || error instanceof DatabaseError;
    const text =
      error instanceof Error ? (isTold ? error.message : (error.stack ?? error.message)) : String(error);
    process.stderr.write(`${text}\n`);
    process.exit(1);
  }
}
