import { provideDemoAccounts } from '#features/accounts/server/demo-accounts.ts';
import { bringDerivedUpToDate } from '#features/opendata/server/derived.ts';
import { loadRecordOnFirstRun } from '#features/opendata/server/first-run.ts';
import { createApp, type App } from '#server/app.ts';
import { ConfigError, readConfig, type Config } from '#server/config.ts';
import { provideApp } from '#server/current-app.ts';
import { separateRole } from '#server/database/app-role.ts';
import { openDatabase, usingDatabase } from '#server/database/db.ts';
import { startCluster } from '#server/database/embedded/cluster.ts';
import { migrate } from '#server/database/migrate.ts';
import { Closers } from '#server/lifecycle/closers.ts';
import { endWith } from '#server/lifecycle/end.ts';
import { holdDataFolder } from '#server/lifecycle/lock.ts';
import { OperatorError } from '#server/lifecycle/operator-error.ts';
import { say } from '#server/lifecycle/say.ts';
import { closeOnSignals } from '#server/lifecycle/signals.ts';
import { readRoots } from '#server/pdf-signature/roots.ts';

/** Starts what answers requests; returns how to stop it. */
export type Serve = (app: App) => Promise<() => Promise<void>>;

/** Everything the program does at start, in order. What is opened is closed in the opposite order. */
async function boot(config: Config, closers: Closers, serve: Serve): Promise<void> {
  // Before anything is opened: a folder that cannot be read would otherwise be found out by whoever opens a contract.
  await readRoots(config.signatureRoots);
  const lock = holdDataFolder(config.dataDir);
  closers.add(() => lock.release());
  const url = config.databaseUrl ?? (await startEmbedded(config, closers));
  await bringUpToDate(url);
  await loadRecord(config, url);

  const role = await takeRole(url);

  const { preparedStatements, statementTimeout } = config;
  const app = createApp(config, openDatabase({ url, preparedStatements, statementTimeout, role }));
  closers.add(() => app.close());
  provideApp(app);
  await provideDemoAccounts(app, say);
  closers.add(await serve(app));
  lock.announce(config.publicUrl);
  say(config.roles.web ? `Ready on ${config.publicUrl}` : 'Ready to work on jobs');
}

async function startEmbedded({ dataDir }: Config, closers: Closers): Promise<string> {
  const cluster = await startCluster(dataDir, { say, closers });
  cluster.onLost(
    () => void endWith(closers, `The database ended by itself; its log is in ${dataDir}/postgres.`),
  );
  say('The database is up');
  return cluster.url;
}

async function bringUpToDate(url: string): Promise<void> {
  const applied = await migrate(url);
  if (applied.length > 0) say(`Brought the tables up to date: ${applied.length} steps, to ${applied.at(-1)}`);
}

/** Pages and jobs work without owning the tables, wherever the database lets this login make a role for them. */
async function takeRole(url: string): Promise<string | undefined> {
  const role = await separateRole(url);
  if (role === undefined) {
    say(
      'This login may not make a role of lesser rights: the audit is kept from changes by its triggers alone',
    );
  }
  return role;
}

/** On connections of its own, without the limit of time that pages have. */
async function loadRecord(config: Config, url: string): Promise<void> {
  const settings = { url, preparedStatements: config.preparedStatements };
  const { loaded, renewed } = await usingDatabase(settings, async (database) => ({
    loaded: await loadRecordOnFirstRun(config, database, say),
    renewed: await bringDerivedUpToDate(database.pool, () =>
      say('Making search and counts anew, as this version makes them: minutes, where the record is large'),
    ),
  }));
  if (renewed) say('Made search and counts anew');
  if (loaded > 0) say(`Loaded the ${config.demo ? 'invented network' : 'record'}: ${loaded} rows`);
}

/** Boots and serves until Ctrl-C or SIGTERM. A fault that the operator can mend is told in a sentence, exit code 1. */
export async function runProgram(serve: Serve): Promise<void> {
  const closers = new Closers();
  closeOnSignals(closers, 0);
  process.on('uncaughtException', (error) => void endWith(closers, explain(error)));
  try {
    await boot(readConfig(process.env), closers, serve);
  } catch (error) {
    await endWith(closers, explain(error));
  }
}

function explain(error: unknown): string {
  if (error instanceof OperatorError || error instanceof ConfigError) return error.message;
  if (!(error instanceof Error)) return String(error);
  return error.stack ?? error.message;
}
