import type { IncomingHttpHeaders, IncomingMessage } from 'node:http';
import { boundaryOf, WithoutFiles } from './without-files.ts';

/** Longest body of a form without files. */
export const longestBody = 512 * 1024;
/** Of one with a file: a photograph, a spreadsheet, a scan. */
const longestUpload = 16 * 1024 * 1024;
/** Of one whose file is larger than that: read to its end for what was typed, while its files are let go. */
const longestRefused = 128 * 1024 * 1024;

export interface ReadBody {
  body: Uint8Array<ArrayBuffer>;
  /** The form came with files too large to take: it is here without their bytes. */
  isWithoutFiles: boolean;
}

/** Where a file may be sent along without an account: residents' answers and disputes, and replies by their key. */
const openToAll =
  /^\/[a-z]{2}\/(priorities\/[^/]+\/[^/]+\/(view|dispute)|reply\/[\w-]{43}\.[\w-]{22}\/[a-z\d]+)$/;

/** Elsewhere files are taken in the workspace alone, from those who carry a session: whether it is theirs is asked later. */
function uploadBoundary(path: string, { cookie, 'content-type': type }: IncomingHttpHeaders) {
  const isTaken = openToAll.test(path) || (cookie !== undefined && /^\/[a-z]{2}\/work\//.test(path));
  return isTaken && type?.startsWith('multipart/form-data') ? boundaryOf(type) : undefined;
}

/** The whole body; undefined where it is longer than we take. */
export async function readBody(req: IncomingMessage, path: string): Promise<ReadBody | undefined> {
  const boundary = uploadBoundary(path, req.headers);
  const announced = Number(req.headers['content-length'] ?? 0);
  if (announced > (boundary === undefined ? longestBody : longestRefused)) return undefined;
  const longest = boundary === undefined ? longestBody : longestUpload;
  const chunks: Buffer[] = [];
  let length = 0;
  let reader: WithoutFiles | undefined;
  for await (const chunk of req) {
    if (!Buffer.isBuffer(chunk)) continue;
    length += chunk.length;
    if (length > longestRefused) return undefined;
    if (reader === undefined && Math.max(length, announced) > longest) {
      if (boundary === undefined) return undefined;
      reader = new WithoutFiles(boundary, longestBody);
      if (!chunks.splice(0).every((one) => reader?.push(one))) return undefined;
    }
    if (reader === undefined) chunks.push(chunk);
    else if (!reader.push(chunk)) return undefined;
  }
  return {
    body: new Uint8Array(reader?.end() ?? Buffer.concat(chunks)),
    isWithoutFiles: reader !== undefined,
  };
}
