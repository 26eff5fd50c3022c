import type { ChildProcess } from 'node:child_process';
import { closeSync, openSync, renameSync, rmSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import type { Owner } from './owner.ts';
import { cannotRun, spawnAs } from './run.ts';

export interface ServerSettings {
  postgres: string;
  data: string;
  port: number;
  log: string;
  owner: Owner | undefined;
  /** Settings beside our own, e.g. { fsync: 'off' } for a database that tests throw away. */
  settings: Readonly<Record<string, string>>;
}

const ownSettings = {
  unix_socket_directories: '',
  max_connections: '60',
  shared_buffers: '256MB',
  work_mem: '16MB',
  maintenance_work_mem: '128MB',
  max_wal_size: '2GB',
  random_page_cost: '1.1',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  // Every five minutes a line that nobody reads, in a log that is only begun anew at a start.
  log_checkpoints: 'off',
} as const;

/** A running PostgreSQL server, from its first moment. */
export class ServerProcess {
  readonly #child: ChildProcess;
  readonly #log: string;
  readonly #ended: Promise<void>;
  #fault: Error | undefined;
  #isStopping = false;

  constructor({ postgres, data, port, log, owner, settings }: ServerSettings) {
    const args = ['-D', data, '-h', '127.0.0.1', '-p', String(port)];
    for (const [name, value] of Object.entries({ ...ownSettings, ...settings })) {
      args.push('-c', `${name}=${value}`);
    }
    this.#log = log;
    const output = openNewLog(log);
    try {
      // A process group of its own: Ctrl-C reaches every process of the terminal, and the web must finish first.
      this.#child = spawnAs(owner, postgres, args, { detached: true, stdio: ['ignore', output, output] });
    } finally {
      closeSync(output);
    }
    this.#ended = new Promise((resolve) => {
      this.#child.once('exit', () => resolve());
      this.#child.once('error', (error) => {
        this.#fault = cannotRun(postgres, error);
        resolve();
      });
    });
  }

  get hasEnded(): boolean {
    return this.#fault !== undefined || this.#child.exitCode !== null || this.#child.signalCode !== null;
  }

  /** Why it could not be run at all. */
  get fault(): Error | undefined {
    return this.#fault;
  }

  /** What it has told so far. */
  readLog(): Promise<string> {
    return readFile(this.#log, 'utf8').catch(() => '');
  }

  /** Calls back where it ends without having been stopped. */
  onLost(tell: () => void): void {
    void this.#ended.then(() => {
      if (!this.#isStopping) tell();
    });
  }

  /** Fast shutdown: running transactions are rolled back, everything acknowledged is on disk. */
  async stop(): Promise<void> {
    this.#isStopping = true;
    if (this.hasEnded) return;
    this.#child.kill('SIGINT');
    await this.#ended;
  }
}

/** The log of this run; that of the last one is kept beside it. */
function openNewLog(path: string): number {
  try {
    renameSync(path, `${path}.1`);
  } catch {
    // The first run has none.
  }
  rmSync(path, { force: true });
  return openSync(path, 'ax', 0o600);
}
