import { createHash, randomUUID } from 'node:crypto';
import { mkdir, open, readdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { Bytes, Decide, FileName, WrittenFile } from './file-store.ts';

/** Older than any upload that is still on its way. */
const abandonedAfter = 24 * 60 * 60 * 1000;

/** The folder where bytes are until it is known what they are, and that they are whole. */
export class Unfinished {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /**
   * Writes bytes as they come, and hands them to `keep` where `decide` takes them.
   * @returns undefined where they are more than `mostBytes`, or `decide` refuses; nothing is left here either way
   */
  async write(
    source: Bytes,
    mostBytes: number,
    decide: Decide,
    keep: (file: WrittenFile) => Promise<void>,
  ): Promise<FileName | undefined> {
    await mkdir(this.#folder, { recursive: true });
    const path = join(this.#folder, randomUUID());
    try {
      const written = await writeAndSync(path, source, mostBytes);
      if (!written || !(await decide({ ...written, path }))) return undefined;
      await keep({ ...written, path });
      return written;
    } finally {
      // Gone already where it was moved.
      await rm(path, { force: true });
    }
  }

  async clear(now: number): Promise<void> {
    const names = await readdir(this.#folder).catch(() => []);
    for (const name of names) {
      const path = join(this.#folder, name);
      // Another process may share the folder and finish it at this moment.
      const found = await stat(path).catch(() => undefined);
      if (found && now - found.mtimeMs > abandonedAfter) await rm(path, { force: true });
    }
  }
}

async function writeAndSync(path: string, source: Bytes, mostBytes: number): Promise<FileName | undefined> {
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
