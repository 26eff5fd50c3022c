import { fileTypeFromFile } from 'file-type';
import type { App } from '../app.ts';
import { cleanableTypes, cleanImage } from './clean-image.ts';
import type { Bytes, WrittenFile } from './file-store.ts';

export interface FileRules {
  /** Media types that are taken, as found in the bytes: the name that a file came with says nothing. */
  accept: readonly string[];
  mostBytes: number;
}

export interface StoredBytes {
  sha256: string;
  size: number;
  mediaType: string;
}

export interface TakenFile {
  /** As it came: sealed. */
  original: StoredBytes;
  /** What the public may have; undefined where people have to decide. */
  publicCopy: StoredBytes | undefined;
}

/** Why a file was not taken; the texts for people are the caller's. */
export interface FileRefusal {
  refused: 'too-large' | 'empty' | 'type-not-accepted' | 'infected' | 'not-scanned' | 'broken-image';
}

/**
 * Takes a file in, whatever way it came: finds out what it is, has it looked at for malware where there is a scanner, keeps
 * it as it came and, of a picture, makes the public copy. Nobody knows of it before recordFile; bytes that are never recorded stay, and serve when the same come again.
 */
export async function takeIn(
  { files, scanner }: Pick<App, 'files' | 'scanner'>,
  source: Bytes,
  { accept, mostBytes }: FileRules,
): Promise<TakenFile | FileRefusal> {
  let refused: FileRefusal['refused'] = 'too-large';
  let mediaType = '';
  let cleaned: Awaited<ReturnType<typeof cleanImage>>;

  async function isWelcome({ path, size }: WrittenFile): Promise<boolean> {
    refused = size === 0 ? 'empty' : 'type-not-accepted';
    mediaType = (await fileTypeFromFile(path))?.mime ?? 'application/octet-stream';
    if (size === 0 || !accept.includes(mediaType)) return false;
    const verdict = (await scanner?.scan(path)) ?? 'clean';
    if (verdict !== 'clean') {
      refused = verdict === 'infected' ? 'infected' : 'not-scanned';
      return false;
    }
    if (!cleanableTypes.includes(mediaType)) return true;
    refused = 'broken-image';
    cleaned = await cleanImage(path);
    return cleaned !== undefined;
  }

  const original = await files.write(source, mostBytes, isWelcome);
  if (!original) return { refused };
  const { sha256, size } = original;
  return { original: { sha256, size, mediaType }, publicCopy: cleaned && (await keepCopy(files, cleaned)) };
}

async function keepCopy(
  files: App['files'],
  { bytes, mediaType }: { bytes: Buffer; mediaType: string },
): Promise<StoredBytes> {
  const copy = await files.write([bytes], bytes.length);
  if (!copy) throw new Error('a copy is never longer than itself');
  return { sha256: copy.sha256, size: copy.size, mediaType };
}
