import type { CaughtError } from '@sveltejs/kit/hooks';
import { httpStatus, isErrorCode, type ErrorCode } from '../errors.ts';

export interface Fault {
  status: number;
  code: ErrorCode;
  /** Ours to mend, so it is logged with its stack. */
  unexpected: boolean;
}

function codeFor(status: number): ErrorCode {
  for (const code of Object.keys(httpStatus)) {
    if (isErrorCode(code) && httpStatus[code] === status) return code;
  }
  return status >= 400 && status < 500 ? 'bad-request' : 'internal';
}

/** The code for people of a status that was given without one; 415, say, is a 'bad-request' with a status of its own. */
export function faultOfStatus(status: number): { status: number; code: ErrorCode } {
  return { status, code: codeFor(status) };
}

/** Turns whatever was thrown into an HTTP status and a code with a text for people (`error.<code>.title`). */
export function describeFault(caught: Pick<CaughtError, 'kind' | 'error'>): Fault {
  const { error } = caught;
  // Compared by code, not by class: the web bundle holds a copy of its own of DomainError.
  if (error instanceof Error && 'code' in error && isErrorCode(error.code)) {
    return { status: httpStatus[error.code], code: error.code, unexpected: error.code === 'internal' };
  }
  if (isDatabaseAway(error)) {
    return { status: httpStatus.unavailable, code: 'unavailable', unexpected: false };
  }
  if (caught.kind !== 'unknown' && typeof error === 'object' && error !== null && 'status' in error) {
    const status = Number(error.status);
    const code = codeFor(status);
    return { status, code, unexpected: code === 'internal' };
  }
  return { status: 500, code: 'internal', unexpected: true };
}

/**
 * Tells the site's error hook which fault to show, as `<code> <status>`. Set by the front server alone, which drops it
 * from what clients send.
 */
export const faultHeader = 'x-pop-fault';

/** The fault that the front server wants a page for. */
export function readFaultHeader(headers: Headers): Fault | undefined {
  const [code, status] = (headers.get(faultHeader) ?? '').split(' ', 2);
  if (!isErrorCode(code)) return undefined;
  return { status: Number(status) || httpStatus[code], code, unexpected: false };
}

// SQLSTATE 57P01..3: the server is stopping or starting; class 08: the connection failed.
const awayCode = /^(57P0[123]|08\d{3}|ECONN(REFUSED|RESET)|EPIPE)$/;
// pg gives these no code.
const awayMessage =
  /^(Connection terminated|timeout (exceeded|expired)|Client has encountered a connection error)/;

/** Whether the error says that the database cannot be reached: nobody's mistake on this page, and over in a while. */
function isDatabaseAway(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  if ('code' in error && typeof error.code === 'string' && awayCode.test(error.code)) return true;
  return awayMessage.test(error.message);
}
