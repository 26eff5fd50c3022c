import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { isAlive, startOf } from './process.ts';

const holderSchema = z.object({
  pid: z.number().int().positive(),
  started: z.string().optional(),
  address: z.string().optional(),
});

/** The process that uses a data folder. */
export type Holder = z.infer<typeof holderSchema>;

export interface Lock {
  /** Adds the address served, so that a second start can name it. */
  announce(address: string): void;
  release(): void;
}

function lockFile(dataDir: string): string {
  return join(dataDir, 'lock');
}

/** Who uses the data folder now; undefined where nobody does, or the one who did was killed. */
export function holderOf(dataDir: string): Holder | undefined {
  let text: string;
  try {
    text = readFileSync(lockFile(dataDir), 'utf8');
  } catch {
    return undefined;
  }
  const parsed = holderSchema.safeParse(parseJson(text));
  if (!parsed.success) return undefined;
  const { pid, started } = parsed.data;
  if (!isAlive(pid)) return undefined;
  return started === undefined || started === startOf(pid) ? parsed.data : undefined;
}

/**
 * Takes the data folder for this process.
 * @returns the lock, or who holds it
 */
export function takeLock(dataDir: string): Lock | { heldBy: Holder } {
  mkdirSync(dataDir, { recursive: true });
  const path = lockFile(dataDir);
  const own = join(dataDir, `lock.${process.pid}`);
  const write = (address?: string) =>
    writeFileSync(own, JSON.stringify({ pid: process.pid, started: startOf(process.pid), address }));
  write();
  try {
    for (;;) {
      try {
        // A link is made whole or not at all, and fails where there is one: two starts cannot both take it.
        linkSync(own, path);
        break;
      } catch (error) {
        if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
        const heldBy = holderOf(dataDir);
        if (heldBy) {
          return { heldBy };
        }
        rmSync(path, { force: true });
      }
    }
  } finally {
    rmSync(own, { force: true });
  }
  return {
    announce: (address) => {
      const text = JSON.stringify({ pid: process.pid, started: startOf(process.pid), address });
      writeFileSync(path, text);
    },
    release: () => rmSync(path, { force: true }),
  };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
