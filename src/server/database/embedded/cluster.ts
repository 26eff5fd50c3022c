import { access, mkdir, realpath } from 'node:fs/promises';
import { join } from 'node:path';
import pg from 'pg';
import { Closers } from '../../lifecycle/closers.ts';
import { readPassword, removeAddress, writeAddress } from './address.ts';
import { findBinaries } from './binaries.ts';
import { clusterFolder, reachableBinaries } from './folder.ts';
import { initialiseCluster } from './initialise.ts';
import { launchServer } from './launch.ts';
import { stopLeftover } from './leftover.ts';
import { chooseOwner } from './owner.ts';

export interface Cluster {
  url: string;
  /** Fast shutdown: running transactions are rolled back, everything acknowledged is on disk. */
  stop: () => Promise<void>;
  /** Calls back where the server ends without having been stopped. */
  onLost: (tell: () => void) => void;
}

export interface ClusterOptions {
  /** Told what is going on, for the operator. */
  say?: (text: string) => void;
  /** Gets the stop as soon as there is something to stop; closing while the cluster starts ends the start. */
  closers?: Closers;
  /** Settings of PostgreSQL beside our own. */
  settings?: Readonly<Record<string, string>>;
}

const user = 'pop';
const database = 'pop';

/**
 * Starts the embedded PostgreSQL of a data folder: makes the cluster at first, stops one left running by a killed
 * process, and waits until it answers. It listens on loopback only, with a password (SCRAM), fsync on. The caller holds
 * the lock on the data folder.
 */
export async function startCluster(dataDir: string, options: ClusterOptions = {}): Promise<Cluster> {
  const closers = options.closers ?? new Closers();
  try {
    return await start(dataDir, closers, options);
  } catch (error) {
    // Without closers of the caller's, nobody else could stop what has been started by then.
    if (!options.closers) await closers.closeAll();
    throw error;
  }
}

async function start(dataDir: string, closers: Closers, options: ClusterOptions): Promise<Cluster> {
  const { say = () => undefined, settings = {} } = options;
  await mkdir(dataDir, { recursive: true });
  await removeAddress(dataDir);
  const owner = await chooseOwner(join(await realpath(dataDir), 'postgres/data'));
  const folder = await clusterFolder(dataDir, owner, say);
  const data = join(folder, 'data');
  if (await stopLeftover(data)) say('Stopped a database that a killed process had left running');
  const { initdb, postgres } = await reachableBinaries(await findBinaries(), folder, owner);
  const password = await readPassword(dataDir);

  if (!(await exists(data))) {
    say('Making the database');
    await initialiseCluster({ initdb, folder, user, password, owner });
  }
  closers.add(() => removeAddress(dataDir));
  const log = join(folder, 'postgres.log');
  const { server, port } = await launchServer({
    postgres,
    data,
    log,
    owner,
    settings,
    user,
    password,
    say,
    closers,
  });
  const address = (name: string) => `postgres://${user}:${password}@127.0.0.1:${port}/${name}`;
  await createDatabase(address('postgres'));
  await writeAddress(dataDir, address(database));
  return {
    url: address(database),
    stop: async () => {
      await server.stop();
      await removeAddress(dataDir);
    },
    onLost: (tell) => server.onLost(tell),
  };
}

async function createDatabase(url: string): Promise<void> {
  const client = new pg.Client(url);
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [database]);
    if (rowCount === 0) await client.query(`CREATE DATABASE ${database}`);
  } finally {
    await client.end();
  }
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
