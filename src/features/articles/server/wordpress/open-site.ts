import { createReadStream } from 'node:fs';
import { open, readdir, readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import type { SiteItem } from '../../wordpress/item.ts';
import { readRest } from './read-rest.ts';
import { SiteFault, WxrReader, type SiteHead } from './read-wxr.ts';

/** An export that can be read from its beginning as often as it is needed. */
export interface SiteSource {
  /** Whole once all items have been read. */
  head: SiteHead;
  items(): AsyncIterable<SiteItem>;
}

/** Answers of REST are lists of a hundred; what is larger is no such thing. */
const largestJson = 64_000_000;

function wxrSource(path: string): SiteSource {
  const source: SiteSource = {
    head: { url: '', authors: new Map() },
    async *items() {
      const reader = new WxrReader();
      source.head = reader.head;
      for await (const chunk of createReadStream(path)) {
        if (!(chunk instanceof Uint8Array)) throw new TypeError('a file is read as bytes');
        yield* reader.write(chunk);
      }
      yield* reader.end();
    },
  };
  return source;
}

async function restSource(paths: readonly string[]): Promise<SiteSource> {
  let size = 0;
  for (const path of paths) size += (await stat(path)).size;
  if (size > largestJson) throw new SiteFault('too-large');
  const texts = await Promise.all(paths.map((path) => readFile(path, 'utf8')));
  const { head, items } = readRest(texts);
  return {
    head,
    async *items() {
      yield* items;
    },
  };
}

async function firstSign(path: string): Promise<string> {
  await using file = await open(path, 'r');
  const { buffer, bytesRead } = await file.read(Buffer.alloc(512), 0, 512, 0);
  return buffer
    .subarray(0, bytesRead)
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .trimStart()
    .slice(0, 1);
}

/** Opens a WordPress export: a WXR file, or a file or folder of REST's JSON. @throws SiteFault */
export async function openSite(path: string): Promise<SiteSource> {
  if ((await stat(path)).isDirectory()) {
    const names = (await readdir(path)).filter((name) => name.endsWith('.json')).toSorted();
    if (names.length === 0) throw new SiteFault('not-an-export');
    return restSource(names.map((name) => join(path, name)));
  }
  return (await firstSign(path)) === '<' ? wxrSource(path) : restSource([path]);
}
