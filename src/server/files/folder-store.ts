import { createReadStream } from 'node:fs';
import { mkdir, open, rename, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import {
  isIntactIn,
  placeOf,
  type Bytes,
  type Decide,
  type FileName,
  type FileStore,
  type WrittenFile,
} from './file-store.ts';
import { Unfinished } from './unfinished.ts';

/** Files in a folder: each on the disk before it counts as stored. */
export class FolderStore implements FileStore {
  readonly #folder: string;
  readonly #unfinished: Unfinished;

  constructor(folder: string) {
    this.#folder = folder;
    this.#unfinished = new Unfinished(join(folder, 'unfinished'));
  }

  pathOf(sha256: string): string {
    return join(this.#folder, placeOf(sha256));
  }

  write(
    source: Bytes,
    mostBytes: number,
    decide: Decide = () => Promise.resolve(true),
  ): Promise<FileName | undefined> {
    return this.#unfinished.write(source, mostBytes, decide, (file) => this.#keep(file));
  }

  async #keep({ path, sha256 }: WrittenFile): Promise<void> {
    const kept = this.pathOf(sha256);
    const folder = dirname(kept);
    if ((await mkdir(folder, { recursive: true })) !== undefined) await syncFolder(this.#folder);
    await rename(path, kept);
    await syncFolder(folder);
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

  isIntact(sha256: string): Promise<boolean> {
    return isIntactIn(this, sha256);
  }

  clearUnfinished(now = Date.now()): Promise<void> {
    return this.#unfinished.clear(now);
  }
}

/** A new name is on the disk only when its folder is. */
async function syncFolder(folder: string): Promise<void> {
  await using handle = await open(folder, 'r');
  await handle.sync();
}
