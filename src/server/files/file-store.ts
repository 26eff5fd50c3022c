import { createHash, randomUUID } from 'node:crypto';
import { createReadStream } from 'node:fs';
import { mkdir, open, readdir, rename, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';

export type Bytes = AsyncIterable<Uint8Array> | Iterable<Uint8Array>;

export interface WrittenFile {
  sha256: string;
  size: number;
  path: string;
}

/** Older than any upload that is still on its way. */
const abandonedAfter = 24 * 60 * 60 * 1000;

/** Bytes under their SHA-256 in a folder: what is there is whole, on the disk, and never changed. */
export class FileStore {
  readonly #folder: string;
  readonly #unfinished: string;

  constructor(folder: string) {
    this.#folder = folder;
    this.#unfinished = join(folder, 'unfinished');
  }

  /** Where the bytes of a key are, for what reads files by itself. */
  pathOf(sha256: string): string {
    if (!/^[0-9a-f]{64}$/.test(sha256)) throw new TypeError('a key is a SHA-256 in hex');
    return join(this.#folder, sha256.slice(0, 2), sha256);
  }

  /**
   * Writes bytes as they come and gives them to `decide` before they count as stored.
   * @returns undefined where they are more than `mostBytes`, or `decide` refuses; then nothing is left
   */
  async write(
    source: Bytes,
    mostBytes: number,
    decide: (file: WrittenFile) => Promise<boolean> = () => Promise.resolve(true),
  ): Promise<WrittenFile | undefined> {
    await mkdir(this.#unfinished, { recursive: true });
    const path = join(this.#unfinished, randomUUID());
    try {
      const written = await writeAndSync(path, source, mostBytes);
      if (!written || !(await decide({ ...written, path }))) return undefined;
      return { ...written, path: await this.#keep(path, written.sha256) };
    } finally {
      // Gone already where it was kept.
      await rm(path, { force: true });
    }
  }

  async #keep(unfinished: string, sha256: string): Promise<string> {
    const path = this.pathOf(sha256);
    const folder = join(path, '..');
    if ((await mkdir(folder, { recursive: true })) !== undefined) await syncFolder(this.#folder);
    await rename(unfinished, path);
    await syncFolder(folder);
    return path;
  }

  async has(sha256: string): Promise<boolean> {
    return stat(this.pathOf(sha256)).then(
      (found) => found.isFile(),
      () => false,
    );
  }

  read(sha256: string): Readable {
    return createReadStream(this.pathOf(sha256));
  }

  /** Whether the bytes are there and still those that were put in. */
  async isIntact(sha256: string): Promise<boolean> {
    if (!(await this.has(sha256))) return false;
    const hash = createHash('sha256');
    for await (const chunk of this.read(sha256)) hash.update(chunk);
    return hash.digest('hex') === sha256;
  }

  /** Removes what killed processes have left half written. */
  async clearUnfinished(now = Date.now()): Promise<void> {
    const names = await readdir(this.#unfinished).catch(() => []);
    for (const name of names) {
      const path = join(this.#unfinished, name);
      // Another process may share the folder and finish it at this moment.
      const found = await stat(path).catch(() => undefined);
      if (found && now - found.mtimeMs > abandonedAfter) await rm(path, { force: true });
    }
  }
}

async function writeAndSync(path: string, source: Bytes, mostBytes: number) {
  const hash = createHash('sha256');
  let size = 0;
  await using file = await open(path, 'wx', 0o600);
  for await (const chunk of source) {
    size += chunk.length;
    if (size > mostBytes) return undefined;
    hash.update(chunk);
    await file.writeFile(chunk);
  }
  await file.sync();
  return { sha256: hash.digest('hex'), size };
}

/** A new name is on the disk only when its folder is. */
async function syncFolder(folder: string): Promise<void> {
  await using handle = await open(folder, 'r');
  await handle.sync();
}
