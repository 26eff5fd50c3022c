/* oxlint-disable no-underscore-dangle -- the name is Node's */
import { IncomingMessage, ServerResponse, validateHeaderName, validateHeaderValue } from 'node:http';
import { Socket } from 'node:net';
import type { Header } from './security-headers.ts';

/** Headers that many answers share, checked and written out once. */
export interface PreparedHead {
  headers: readonly Header[];
  /** As they go over the wire, each line with its end. */
  text: string;
}

/** @throws where a name or value may not stand in a header */
export function prepareHead(headers: readonly Header[]): PreparedHead {
  const lines = headers.map(([name, value]) => {
    validateHeaderName(name);
    validateHeaderValue(name, value);
    return `${name}: ${value}\r\n`;
  });
  return { headers, text: lines.join('') };
}

/**
 * Writes an answer's head: `own` through Node, the prepared headers in one piece. Node checks and joins each header of
 * each answer, a sixth of the time that a cached page takes, so they are added to the head that it has written out
 * (`_header`) and not yet sent. A Node that keeps it elsewhere gets them the ordinary way.
 */
export function writePreparedHead(
  res: ServerResponse,
  status: number,
  own: string[],
  prepared: PreparedHead,
): void {
  if (!keepsHeadText) {
    res.writeHead(status, own.concat(prepared.headers.flat()));
    return;
  }
  res.writeHead(status, own);
  if (hasHeadText(res)) res._header = `${res._header.slice(0, -2)}${prepared.text}\r\n`;
}

function hasHeadText(res: ServerResponse): res is ServerResponse & { _header: string } {
  return '_header' in res && typeof res._header === 'string' && res._header.endsWith('\r\n\r\n');
}

/** Tried once, on an answer to nobody. */
const keepsHeadText = hasHeadText(
  new ServerResponse(new IncomingMessage(new Socket())).writeHead(204, ['x-probe', '1']),
);
