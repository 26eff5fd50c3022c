import { join } from 'node:path';
import type { Logger } from 'pino';
import type { Config } from '../config.ts';
import type { FileStore } from './file-store.ts';
import { FolderStore } from './folder-store.ts';
import { S3Store } from './s3-store.ts';

/** Where files are kept, as the operator has set it: a bucket, else a folder of the data folder. */
export function openFileStore({ dataDir, bucket }: Config, log: Logger): FileStore {
  const folder = join(dataDir, 'files');
  return bucket ? new S3Store(bucket, join(folder, 'unfinished'), log) : new FolderStore(folder);
}
