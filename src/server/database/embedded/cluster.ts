import { spawn, type ChildProcess } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { closeSync, openSync } from 'node:fs';
import { access, mkdir, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import pg from 'pg';
import { DatabaseError } from '../database-error.ts';
import { findBinaries } from './binaries.ts';
import { stopLeftover } from './leftover.ts';
import { chooseOwner, clusterFolder, giveTo, reachableBinaries, type Owner } from './owner.ts';

export interface Cluster {
  url: string;
  /** Fast shutdown: running transactions are rolled back, everything acknowledged is on disk. */
  stop(): Promise<void>;
}

const user = 'pop';
const database = 'pop';

/**
 * Starts the embedded PostgreSQL of a data folder: makes the cluster at first, stops one left running by a killed
 * process, and waits until it answers. It listens on loopback only, with a password (SCRAM), fsync on.
 * @param say told what is going on, for the operator
 */
export async function startCluster(
  dataDir: string,
  say: (text: string) => void = () => undefined,
): Promise<Cluster> {
  await mkdir(dataDir, { recursive: true });
  const owner = await chooseOwner();
  const folder = await clusterFolder(dataDir, owner);
  await mkdir(folder, { recursive: true });
  if (owner) await giveTo(owner, folder);
  const binaries = await reachableBinaries(await findBinaries(), folder, owner);
  const data = join(folder, 'data');
  const password = await readPassword(dataDir);

  if (!(await exists(join(data, 'PG_VERSION')))) {
    say('Making the database');
    await initialise({ initdb: binaries.initdb, data, folder, password, owner });
  }
  if (await stopLeftover(data)) say('Stopped a database that a killed process had left running');

  const port = await freePort();
  const child = startPostgres(binaries.postgres, data, port, join(folder, 'postgres.log'), owner);
  const url = `postgres://${user}:${password}@127.0.0.1:${port}/${database}`;
  await waitUntilItAnswers(child, port, password, join(folder, 'postgres.log'));
  await writeAddress(dataDir, url);
  return { url, stop: () => stop(child) };
}

/** Address of the cluster that a running process of this data folder has started; undefined where none has. */
export async function runningClusterUrl(dataDir: string): Promise<string | undefined> {
  return readFile(addressFile(dataDir), 'utf8').catch(() => undefined);
}

function addressFile(dataDir: string): string {
  return join(dataDir, 'database-address');
}

async function writeAddress(dataDir: string, url: string): Promise<void> {
  const unfinished = `${addressFile(dataDir)}.unfinished`;
  await writeFile(unfinished, url, { mode: 0o600 });
  await rename(unfinished, addressFile(dataDir));
}

/** The database's password, made once; readable by this account alone. */
async function readPassword(dataDir: string): Promise<string> {
  const path = join(dataDir, 'database-password');
  const known = await readFile(path, 'utf8').catch(() => '');
  if (known !== '') return known;
  const made = randomBytes(24).toString('base64url');
  await writeFile(path, made, { mode: 0o600 });
  return made;
}

async function initialise(options: {
  initdb: string;
  data: string;
  folder: string;
  password: string;
  owner: Owner | undefined;
}): Promise<void> {
  const { initdb, data, folder, password, owner } = options;
  // A folder without PG_VERSION is what an interrupted initdb left: nothing was ever acknowledged in it.
  await rm(data, { recursive: true, force: true });
  const passwordFile = join(folder, 'initial-password');
  await writeFile(passwordFile, password, { mode: 0o600 });
  if (owner) await giveTo(owner, passwordFile);
  try {
    await run(
      initdb,
      [
        '-D',
        data,
        '-U',
        user,
        `--pwfile=${passwordFile}`,
        '--auth=scram-sha-256',
        '--encoding=UTF8',
        '--locale-provider=icu',
        '--icu-locale=und',
        '--locale=C',
        '--data-checksums',
        '--no-instructions',
      ],
      owner,
    );
  } finally {
    await rm(passwordFile, { force: true });
  }
}

function run(command: string, args: readonly string[], owner: Owner | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      ...owner,
      cwd: '/',
      stdio: ['ignore', 'ignore', 'pipe'],
      env: { LC_ALL: 'C', TZ: 'UTC' },
    });
    let faults = '';
    child.stderr.on('data', (chunk) => (faults += String(chunk)));
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new DatabaseError(`The database could not be made: ${faults.trim()}`)),
    );
  });
}

function startPostgres(
  postgres: string,
  data: string,
  port: number,
  log: string,
  owner: Owner | undefined,
): ChildProcess {
  const output = openSync(log, 'a');
  try {
    return spawn(
      postgres,
      [
        '-D',
        data,
        '-h',
        '127.0.0.1',
        '-p',
        String(port),
        '-c',
        'unix_socket_directories=',
        '-c',
        'max_connections=60',
        '-c',
        'shared_buffers=256MB',
        '-c',
        'work_mem=16MB',
        '-c',
        'maintenance_work_mem=128MB',
        '-c',
        'max_wal_size=2GB',
        '-c',
        'random_page_cost=1.1',
        '-c',
        'jit=off',
        '-c',
        'timezone=UTC',
      ],
      // A process group of its own: Ctrl-C reaches every process of the terminal, and the web must finish first.
      {
        ...owner,
        cwd: '/',
        detached: true,
        stdio: ['ignore', output, output],
        env: { LC_ALL: 'C', TZ: 'UTC' },
      },
    );
  } finally {
    closeSync(output);
  }
}

async function waitUntilItAnswers(
  child: ChildProcess,
  port: number,
  password: string,
  log: string,
): Promise<void> {
  let ended = false;
  child.once('exit', () => (ended = true));
  child.once('error', () => (ended = true));
  // Replaying the log after a crash may take a while: it has as long as it needs, as long as the process lives.
  while (!ended) {
    const client = new pg.Client({ host: '127.0.0.1', port, user, password, database: 'postgres' });
    client.on('error', () => undefined);
    try {
      await client.connect();
      const { rowCount } = await client.query('SELECT FROM pg_database WHERE datname = $1', [database]);
      if (rowCount === 0) await client.query(`CREATE DATABASE ${database}`);
      return;
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 50));
    } finally {
      await client.end().catch(() => undefined);
    }
  }
  throw new DatabaseError(`The embedded database did not start; its log is ${log}.`);
}

function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGINT');
  });
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() =>
        address !== null && typeof address === 'object'
          ? resolve(address.port)
          : reject(new Error('no free port')),
      );
    });
  });
}

function exists(path: string): Promise<boolean> {
  return access(path).then(
    () => true,
    () => false,
  );
}
