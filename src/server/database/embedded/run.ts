import { spawn, type ChildProcess, type StdioOptions } from 'node:child_process';
import { DatabaseError } from '../database-error.ts';
import type { Owner } from './owner.ts';

/**
 * Starts a program of PostgreSQL: as its account, with nothing of our environment, in a folder that every account can
 * be in.
 */
export function spawnAs(
  owner: Owner | undefined,
  command: string,
  args: readonly string[],
  options: { detached: boolean; stdio: StdioOptions },
): ChildProcess {
  return spawn(command, args, { ...owner, ...options, cwd: '/', env: { LC_ALL: 'C', TZ: 'UTC' } });
}

/** A program that cannot be run at all, e.g. for want of the C library that it was built for. */
export function cannotRun(command: string, error: Error): DatabaseError {
  return new DatabaseError(
    `The embedded PostgreSQL cannot run on this machine (${command}: ${error.message}): set DATABASE_URL to a PostgreSQL 15 or newer.`,
    { cause: error },
  );
}
