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

/** Turns whatever was thrown into an HTTP status and a code with a text for people (`error.<code>.title`). */
export function describeFault(caught: Pick<CaughtError, 'kind' | 'error'>): Fault {
  const { error } = caught;
  // Compared by code, not by class: the web bundle holds a copy of its own of DomainError.
  if (error instanceof Error && 'code' in error && isErrorCode(error.code)) {
    return { status: httpStatus[error.code], code: error.code, unexpected: error.code === 'internal' };
  }
  if (caught.kind !== 'unknown' && typeof error === 'object' && error !== null && 'status' in error) {
    const status = Number(error.status);
    const code = codeFor(status);
    return { status, code, unexpected: code === 'internal' };
  }
  return { status: 500, code: 'internal', unexpected: true };
}
