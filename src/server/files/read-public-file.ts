import type { Readable } from 'node:stream';
import type { App } from '../app.ts';

export interface PublicFile {
  mediaType: string;
  size: number;
  bytes: Readable;
}

/** A file that the public may have; undefined for one that is sealed, as for one that isn't there. */
export async function readPublicFile(
  { db, files }: Pick<App, 'db' | 'files'>,
  sha256: string,
): Promise<PublicFile | undefined> {
  const row = await db
    .selectFrom('file')
    .select(['media_type', 'size_bytes'])
    .where('sha256', '=', sha256)
    .where((eb) =>
      eb.exists(eb.selectFrom('public_copy').select('copy_sha256').where('copy_sha256', '=', sha256)),
    )
    .executeTakeFirst();
  if (!row || !(await files.has(sha256))) return undefined;
  return { mediaType: row.media_type, size: row.size_bytes, bytes: files.read(sha256) };
}
