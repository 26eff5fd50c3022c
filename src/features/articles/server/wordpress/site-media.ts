import { unzipSync } from 'fflate';
import { createReadStream } from 'node:fs';
import { realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import { mostBytes } from '#forms/file-limits.ts';
import type { Bytes } from '#server/files/file-store.ts';

/** The uploads of another site. Nothing is fetched: they come as a folder, or packed. */
export interface SiteMedia {
  /** @param path among the uploads @returns undefined where there is no such file */
  read(path: string): Promise<Bytes | undefined>;
}

/** What is no ZIP, or holds what cannot be unpacked. */
export class UnreadableArchive extends Error {}

/** A folder of uploads, or one that holds them where WordPress has them. Nothing outside of it is read, whatever a link says. */
export async function openFolder(path: string): Promise<SiteMedia> {
  const inside = join(path, 'wp-content', 'uploads');
  const isWhole = (await stat(inside).catch(() => undefined))?.isDirectory() ?? false;
  const root = await realpath(isWhole ? inside : path);
  if (!(await stat(root)).isDirectory()) throw Object.assign(new Error('no folder'), { code: 'ENOENT' });
  return {
    async read(wanted) {
      const found = await realpath(join(root, wanted)).catch(() => undefined);
      if (found === undefined || !found.startsWith(root + sep)) return undefined;
      return (await stat(found)).isFile() ? createReadStream(found) : undefined;
    },
  };
}

/**
 * Uploads packed as ZIP. Nothing is written anywhere by the names in it: each is looked up, and unpacked into memory alone.
 * @throws UnreadableArchive
 */
export function openZip(bytes: Uint8Array): SiteMedia {
  const names = new Map<string, string>();
  try {
    unzipSync(bytes, {
      filter: ({ name, originalSize }) => {
        const path = name.replaceAll('\\', '/').replace(/^.*?(?:wp-content\/)?uploads\//, '');
        if (originalSize <= mostBytes.photo && !names.has(path)) names.set(path, name);
        return false;
      },
    });
  } catch {
    throw new UnreadableArchive('no ZIP');
  }
  return {
    read(wanted) {
      const name = names.get(wanted);
      if (name === undefined) return Promise.resolve(undefined);
      try {
        const found = unzipSync(bytes, { filter: (entry) => entry.name === name })[name];
        return Promise.resolve(found && [found]);
      } catch {
        return Promise.resolve([new Uint8Array()]);
      }
    },
  };
}
