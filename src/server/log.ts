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
  if (!(error instanceof Error)) return { message: String(error) };
  const { name, message, stack, cause } = error;
  return {
    type: name,
    message,
    ...('code' in error ? { code: error.code } : {}),
    stack,
    ...(cause === undefined ? {} : { cause: describeError(cause) }),
  };
}
