import { pino, type DestinationStream, type Logger } from 'pino';

/** The log of this process: JSON lines on standard output. */
export function createLog(level: string, into?: DestinationStream): Logger {
  return pino({ level, base: null, serializers: { err: describeError } }, into);
}

/**
 * What of an error is logged. PostgreSQL's errors also carry the values of the row at fault, and the connection with
 * all that belongs to it: neither has a place in a log.
 */
function describeError(error: unknown): object {
  // Some libraries tell of an error in a plain object with an error's members.
  if (typeof error !== 'object' || error === null) return { message: String(error) };
  return {
    ...('name' in error ? { type: error.name } : {}),
    ...('message' in error ? { message: error.message } : {}),
    ...('code' in error ? { code: error.code } : {}),
    ...('stack' in error ? { stack: error.stack } : {}),
    ...('cause' in error && error.cause !== undefined ? { cause: describeError(error.cause) } : {}),
  };
}
