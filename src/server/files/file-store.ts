import { createHash } from 'node:crypto';
import type { Readable } from 'node:stream';

export type Bytes = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

export interface FileName {
  sha256: string;
  size: number;
}

/** Bytes that are whole and not stored yet, in a file of this machine for what looks into it. */
export interface WrittenFile extends FileName {
  path: string;
}

export type Decide = (file: WrittenFile) => Promise<boolean>;

/** Bytes under their SHA-256: what is there is whole, and never changed. */
export interface FileStore {
  /**
   * Writes bytes as they come and gives them to `decide` before they count as stored.
   * @returns undefined where they are more than `mostBytes`, or `decide` refuses; then nothing is left
   */
  write(source: Bytes, mostBytes: number, decide?: Decide): Promise<FileName | undefined>;
  has(sha256: string): Promise<boolean>;
  read(sha256: string): Readable;
  /** Whether the bytes are there and still those that were put in. */
  isIntact(sha256: string): Promise<boolean>;
  /** Removes what killed processes have left half written. */
  clearUnfinished(now?: number): Promise<void>;
}

/** Where the bytes of a key are, in a folder or a bucket. A key is never a path. */
export function placeOf(sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new TypeError('a key is a SHA-256 in hex');
  return `${sha256.slice(0, 2)}/${sha256}`;
}

export async function isIntactIn(store: FileStore, sha256: string): Promise<boolean> {
  if (!(await store.has(sha256))) return false;
  const hash = createHash('sha256');
  for await (const chunk of store.read(sha256)) hash.update(chunk);
  return hash.digest('hex') === sha256;
}
