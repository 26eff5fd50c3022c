import { accessSync, constants, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { z } from 'zod';
import { makeFolder } from './make-folder.ts';
import { OperatorError } from './operator-error.ts';

const holderSchema = z.object({ pid: z.number().int().positive(), address: z.string().optional() });

/** The process that uses a data folder; without an address, a command or a site that does not serve yet. */
export type Holder = z.infer<typeof holderSchema>;

export interface Lock {
  /** Adds the address served, so that a second start can name it. */
  announce(address: string): void;
  release(): void;
}

const sqliteBusy = 5;
// A process that was killed a moment ago may still be on its way out.
const patience = 250;

/**
 * Takes the data folder for this process.
 *
 * The lock is the operating system's own lock on a file, held through an empty SQLite database: the kernel lets it go
 * when the process ends, however it ends, so nothing stale has to be judged by process numbers. The file must not be
 * opened by other means in this process: closing it once would let the lock go.
 * @returns the lock, or who holds it
 * @throws OperatorError where the folder cannot be written
 */
export function takeLock(dataDir: string): Lock | { heldBy: Holder | undefined } {
  const file = lockOnFile(dataDir);
  if (!file) return { heldBy: readHolder(dataDir) };
  writeHolder(dataDir, { pid: process.pid });
  return {
    announce: (address) => writeHolder(dataDir, { pid: process.pid, address }),
    release: () => {
      rmSync(holderFile(dataDir), { force: true });
      file.close();
    },
  };
}

/**
 * Takes the data folder for this process, or refuses.
 * @throws OperatorError naming who uses it
 */
export function holdDataFolder(dataDir: string): Lock {
  const lock = takeLock(dataDir);
  if (!('heldBy' in lock)) return lock;
  const { pid, address } = lock.heldBy ?? {};
  const who = pid === undefined ? 'another process' : `process ${pid}`;
  throw new OperatorError(
    `The data folder ${dataDir} is in use by ${who}${address === undefined ? '' : `, which serves on ${address}`}: nothing was changed.`,
  );
}

/** @returns undefined where another process holds it */
function lockOnFile(dataDir: string): DatabaseSync | undefined {
  let file: DatabaseSync | undefined;
  try {
    makeFolder(dataDir);
    accessSync(dataDir, constants.W_OK);
    file = new DatabaseSync(join(dataDir, 'data.lock'), { timeout: patience });
    // No journal on disk: nothing is ever written to it.
    file.exec('PRAGMA journal_mode = MEMORY; BEGIN EXCLUSIVE');
    return file;
  } catch (error) {
    file?.close();
    if (error instanceof Error && 'errcode' in error && error.errcode === sqliteBusy) return undefined;
    throw new OperatorError(
      `The data folder ${dataDir} cannot be used by this account: ${error instanceof Error ? error.message : String(error)}.`,
      { cause: error },
    );
  }
}

function holderFile(dataDir: string): string {
  return join(dataDir, 'holder.json');
}

function writeHolder(dataDir: string, holder: Holder): void {
  const unfinished = `${holderFile(dataDir)}.unfinished`;
  writeFileSync(unfinished, JSON.stringify(holder));
  renameSync(unfinished, holderFile(dataDir));
}

/** Undefined for the instant between taking the lock and writing the name beside it. */
function readHolder(dataDir: string): Holder | undefined {
  try {
    return holderSchema.parse(JSON.parse(readFileSync(holderFile(dataDir), 'utf8')));
  } catch {
    return undefined;
  }
}
