import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';

/** Longest body of a form without files. */
export const longestBody = 512 * 1024;
/** Of one with a file: a photograph, a spreadsheet, a scan. */
const longestUpload = 16 * 1024 * 1024;

/** Files are taken in the workspace alone, from those who carry a session: whether it is theirs is asked later. */
function longestOf(path: string, { cookie, 'content-type': type }: IncomingHttpHeaders): number {
  const isUpload =
    cookie !== undefined && /^\/[a-z]{2}\/work\//.test(path) && type?.startsWith('multipart/form-data');
  return isUpload ? longestUpload : longestBody;
}

/** The whole body; undefined where it is longer than we take. */
export async function readBody(
  req: IncomingMessage,
  path: string,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  const longest = longestOf(path, req.headers);
  if (Number(req.headers['content-length'] ?? 0) > longest) return undefined;
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of req) {
    if (!Buffer.isBuffer(chunk)) continue;
    length += chunk.length;
    if (length > longest) return undefined;
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}
