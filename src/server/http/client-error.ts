import { randomUUID } from 'node:crypto';
import type { Duplex } from 'node:stream';
import type { Logger } from 'pino';
import { languageOfHeader, languageOfPath } from '#i18n/choose.ts';
import { httpStatus, type ErrorCode } from '../errors.ts';
import { plainFaultPage, plainPagePolicy } from './plain-fault-page.ts';
import { withSecurity, type Header } from './security-headers.ts';

const reasons: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  408: 'Request Timeout',
  413: 'Content Too Large',
  414: 'URI Too Long',
  431: 'Request Header Fields Too Large',
};

interface ParserError extends Error {
  code?: string;
  rawPacket?: Buffer;
}

/**
 * Answers what is not HTTP, too long or too slow to become a request: on the bare socket, in words, with the same
 * headers as every other answer.
 */
export function answerClientError(
  error: ParserError,
  socket: Duplex,
  security: readonly Header[],
  log: Logger,
): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const requestId = randomUUID();
  const start = error.rawPacket?.subarray(0, 4096).toString('latin1') ?? '';
  const { status, code } = faultOf(error, start);
  log.info({ requestId, status, fault: error.code }, 'refused');

  const path = /^[A-Z]+ (\S*)/.exec(start)?.[1] ?? '';
  const accepted = /\r\naccept-language: *([^\r\n]*)/i.exec(start)?.[1];
  const body = plainFaultPage(code, requestId, languageOfPath(path) ?? languageOfHeader(accepted));
  const own: Header[] = [
    ['content-type', 'text/html; charset=utf-8'],
    ['content-length', String(Buffer.byteLength(body))],
    ['content-security-policy', plainPagePolicy],
    ['cache-control', 'no-store'],
    ['x-request-id', requestId],
    ['connection', 'close'],
  ];
  const head = withSecurity(own, security).map(([name, value]) => `${name}: ${value}\r\n`);
  socket.end(`HTTP/1.1 ${status} ${reasons[status] ?? 'Bad Request'}\r\n${head.join('')}\r\n${body}`);
}

function faultOf(error: ParserError, start: string): { status: number; code: ErrorCode } {
  switch (error.code) {
    case 'HPE_HEADER_OVERFLOW':
      // No end of the first line in what was read: it was the address that was too long.
      if (start.length >= 4096 && !start.includes('\n')) {
        return { status: httpStatus['uri-too-long'], code: 'uri-too-long' };
      }
      return { status: 431, code: 'bad-request' };
    case 'ERR_HTTP_REQUEST_TIMEOUT':
      return { status: 408, code: 'bad-request' };
    default:
      return { status: 400, code: 'bad-request' };
  }
}
