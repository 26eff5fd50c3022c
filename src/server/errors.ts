/**
 * A refusal that nobody on the page can mend by typing something else; the rest is a value returned by the service.
 * Mapped to people in three places: the error page, problem+json (RFC 9457) and the CLI's exit code.
 */
export type ErrorCode =
  | 'not-found'
  | 'bad-request'
  | 'method-not-allowed'
  | 'too-large'
  | 'uri-too-long'
  | 'forbidden'
  | 'conflict'
  | 'too-many-requests'
  | 'internal'
  | 'unavailable';

export const httpStatus: Record<ErrorCode, number> = {
  'bad-request': 400,
  forbidden: 403,
  'not-found': 404,
  'method-not-allowed': 405,
  conflict: 409,
  'too-large': 413,
  'uri-too-long': 414,
  'too-many-requests': 429,
  internal: 500,
  unavailable: 503,
};

export function isErrorCode(value: unknown): value is ErrorCode {
  return typeof value === 'string' && Object.hasOwn(httpStatus, value);
}

export class DomainError extends Error {
  readonly code: ErrorCode;
  /** For the log alone: never shown. */
  readonly detail: string | undefined;

  constructor(code: ErrorCode, detail?: string) {
    super(detail === undefined ? code : `${code}: ${detail}`);
    this.code = code;
    this.detail = detail;
  }
}

export function notFound(what: string): DomainError {
  return new DomainError('not-found', what);
}
