import type { ErrorCode } from '../errors.ts';
import type { Exchange } from './exchange.ts';
import type { LargeForms } from './large-forms.ts';
import { Spool } from './spool.ts';
import { boundaryOf, WithoutFiles } from './without-files.ts';

/** Longest body of a form without files. */
export const longestBody = 512 * 1024;
/** Of one with a file: a photograph, a spreadsheet, a scan. */
const longestUpload = 16 * 1024 * 1024;
/** Of one whose file is larger than that: read to its end for what was typed, while its files are let go. */
const longestRefused = 128 * 1024 * 1024;

export interface ReadBody {
  bytes: Uint8Array<ArrayBuffer> | Spool;
  /** The form came with files too large to take, or by nobody's session: it is here without their bytes. */
  isWithoutFiles: boolean;
}

export type Reading = { kind: 'read'; body: ReadBody } | { kind: 'refused'; code: ErrorCode };

function refused(code: ErrorCode): Reading {
  return { kind: 'refused', code };
}

/**
 * The whole body, or why it is not taken. Beyond what a form without files can be, it is read only where files are taken, and
 * once it is known who sends it; then it waits on the disk, so that many slow senders hold no memory.
 */
export async function readBody(
  exchange: Pick<Exchange, 'req' | 'address'>,
  path: string,
  forms: LargeForms,
): Promise<Reading> {
  const { req } = exchange;
  const type = req.headers['content-type'] ?? '';
  const isForm = type.startsWith('multipart/form-data') && forms.areTakenAt(path);
  const boundary = isForm ? boundaryOf(type) : undefined;
  const announced = Number(req.headers['content-length'] ?? 0);
  if (announced > (boundary === undefined ? longestBody : longestRefused)) return refused('too-large');
  const chunks: Buffer[] = [];
  let length = 0;
  if (announced <= longestBody) {
    for await (const chunk of pieces(req)) {
      chunks.push(chunk);
      length += chunk.length;
      if (length > longestBody) break;
    }
    if (length <= longestBody)
      return { kind: 'read', body: { bytes: new Uint8Array(Buffer.concat(chunks)), isWithoutFiles: false } };
  }
  if (boundary === undefined) return refused('too-large');
  const leave = await forms.mayCome(exchange, path);
  if (typeof leave === 'object') return refused(leave.refused);
  const rest = beginningWith(chunks, pieces(req));
  return leave === 'words' || announced > longestUpload
    ? readWords(rest, boundary)
    : readWhole(rest, boundary, forms.folder);
}

/** What a request brings, as far as it has come; the rest can be asked for later. */
async function* pieces(req: Exchange['req']): AsyncGenerator<Buffer> {
  for await (const chunk of req.iterator({ destroyOnReturn: false })) if (Buffer.isBuffer(chunk)) yield chunk;
}

async function* beginningWith(first: Buffer[], rest: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  // Handed on one by one, so that none is held twice.
  for (let chunk = first.shift(); chunk; chunk = first.shift()) yield chunk;
  yield* rest;
}

async function readWhole(chunks: AsyncGenerator<Buffer>, boundary: string, folder: string): Promise<Reading> {
  const spool = await Spool.open(folder);
  let isKept = false;
  try {
    for await (const chunk of chunks) {
      await spool.write(chunk);
      if (spool.length > longestUpload) return await readWords(afterSpool(spool, chunks), boundary);
    }
    isKept = true;
    return { kind: 'read', body: { bytes: spool, isWithoutFiles: false } };
  } finally {
    if (!isKept) await spool.close();
  }
}

async function* afterSpool(spool: Spool, chunks: AsyncGenerator<Buffer>): AsyncGenerator<Buffer> {
  yield* spool.read();
  yield* chunks;
}

async function readWords(chunks: AsyncGenerator<Buffer>, boundary: string): Promise<Reading> {
  const reader = new WithoutFiles(boundary, longestBody);
  let length = 0;
  for await (const chunk of chunks) {
    length += chunk.length;
    if (length > longestRefused || !reader.push(chunk)) return refused('too-large');
  }
  return { kind: 'read', body: { bytes: new Uint8Array(reader.end()), isWithoutFiles: true } };
}
