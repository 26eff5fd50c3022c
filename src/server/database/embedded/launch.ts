import { createServer } from 'node:net';
import { setTimeout as pause } from 'node:timers/promises';
import pg from 'pg';
import type { Closers } from '../../lifecycle/closers.ts';
import { DatabaseError } from '../database-error.ts';
import { ServerProcess, type ServerSettings } from './server-process.ts';

export interface LaunchOptions extends Omit<ServerSettings, 'port'> {
  user: string;
  password: string;
  say: (text: string) => void;
  /** Gets the stop of every process as soon as there is one. */
  closers: Closers;
}

const patience = 60_000;
const slow = 3_000;

/**
 * Starts the server and waits until it answers, as long as it takes: replaying the log after a crash may take a while.
 * @returns the process and its port
 * @throws DatabaseError with what the server said of it
 */
export async function launchServer(options: LaunchOptions): Promise<{ server: ServerProcess; port: number }> {
  const { closers, say } = options;
  const began = Date.now();
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    closers.signal.throwIfAborted();
    const server = new ServerProcess({ ...options, port });
    closers.add(() => server.stop());
    if (await answers(server, port, options)) return { server, port };
    const log = await server.readLog();
    // Two things pass: another program took the port meanwhile; processes of a server that was killed have not ended yet.
    const isPassing = /could not bind|pre-existing shared memory block/.test(log);
    if (!isPassing || closers.isClosing || Date.now() - began > patience) {
      throw (
        server.fault ?? new DatabaseError(`The database did not start: ${lastWords(log)} (${options.log})`)
      );
    }
    if (attempt === 1) say('Waiting for what is left of a killed database to end');
    await pause(1_000);
  }
}

/** @returns false where the server has ended without ever answering */
async function answers(
  server: ServerProcess,
  port: number,
  { user, password, say }: LaunchOptions,
): Promise<boolean> {
  const notice = setTimeout(() => say('The database is recovering what it had written'), slow);
  try {
    while (!server.hasEnded) {
      if (await letsIn({ host: '127.0.0.1', port, user, password, database: 'postgres' })) return true;
      await pause(30);
    }
    return false;
  } finally {
    clearTimeout(notice);
  }
}

async function letsIn(config: pg.ClientConfig): Promise<boolean> {
  const client = new pg.Client(config);
  client.on('error', () => undefined);
  try {
    await client.connect();
    return true;
  } catch (error) {
    if (error instanceof pg.DatabaseError && error.code === '28P01') {
      throw new DatabaseError(
        'The file database-password in the data folder is not the one of the database beside it: put the right one back.',
        { cause: error },
      );
    }
    return false;
  } finally {
    await client.end().catch(() => undefined);
  }
}

/** The fatal lines of a server's log, without the time before each. */
function lastWords(log: string): string {
  const lines = log.split('\n').filter((line) => /(FATAL|PANIC|DETAIL|HINT):/.test(line));
  return (
    lines.map((line) => line.replace(/^.*?(FATAL|PANIC|DETAIL|HINT): +/, '')).join(' ') || 'it said nothing'
  );
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
