import type { App } from '../app.ts';
import type { Tx } from '../database/db.ts';
import { recordFile } from './record-file.ts';
import type { StoredBytes } from './take-in.ts';

/** Puts what the network itself has made into the store: nothing of it is sealed, so it is its own public copy. */
export async function keepMade({ files }: Pick<App, 'files'>, bytes: Uint8Array, mediaType: string) {
  const kept = await files.write([Buffer.from(bytes)], bytes.length);
  if (!kept) throw new Error('what was made is never longer than itself');
  return { sha256: kept.sha256, size: kept.size, mediaType };
}

/** Makes it known to everyone, in the transaction of the rows that name it. */
export async function makePublic(tx: Tx, made: StoredBytes): Promise<void> {
  await recordFile(tx, { original: made, publicCopy: made });
}
