import { randomUUID } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Logger } from 'pino';
import { languageOfHeader, languageOfPath } from '#i18n/choose.ts';
import type { Language } from '#i18n/languages.ts';
import { httpStatus, type ErrorCode } from '../errors.ts';
import { plainFaultPage, plainPagePolicy } from './plain-fault-page.ts';
import { withSecurity, type Header } from './security-headers.ts';

const reasons: Readonly<Record<number, string>> = {
  400: 'Bad Request',
  405: 'Method Not Allowed',
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
  const start = error.rawPacket?.subarray(0, 4096).toString('latin1') ?? '';
  const path = /^[A-Z]+ (\S*)/.exec(start)?.[1] ?? '';
  const accepted = /\r\naccept-language: *([^\r\n]*)/i.exec(start)?.[1];
  const refusal = { ...faultOf(error, start), fault: error.code };
  refuse(socket, refusal, languageOfPath(path) ?? languageOfHeader(accepted), security, log);
}

/** Answers who takes us for a proxy (CONNECT), whose connection Node hands over bare. */
export function refuseTunnel(
  { headers }: IncomingMessage,
  socket: Duplex,
  security: readonly Header[],
  log: Logger,
): void {
  // Whoever leaves meanwhile is no fault of ours.
  socket.on('error', () => undefined);
  const refusal = { status: 405, code: 'method-not-allowed', allow: 'GET, HEAD', fault: 'CONNECT' } as const;
  refuse(socket, refusal, languageOfHeader(headers['accept-language']), security, log);
}

interface Refusal {
  status: number;
  code: ErrorCode;
  /** For the log. */
  fault: string | undefined;
  allow?: string;
}

function refuse(
  socket: Duplex,
  { status, code, fault, allow }: Refusal,
  language: Language,
  security: readonly Header[],
  log: Logger,
): void {
  const requestId = randomUUID();
  log.info({ requestId, status, fault }, 'refused');
  const body = plainFaultPage(code, requestId, language);
  const own: Header[] = [
    ['content-type', 'text/html; charset=utf-8'],
    ['content-length', String(Buffer.byteLength(body))],
    ['content-security-policy', plainPagePolicy],
    ['cache-control', 'no-store'],
    ['x-request-id', requestId],
    ['connection', 'close'],
  ];
  if (allow !== undefined) own.push(['allow', allow]);
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
