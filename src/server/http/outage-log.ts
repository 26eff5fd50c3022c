import type { Logger } from 'pino';

const quiet = 30_000;

/**
 * Logs an outage, such as that of the database: at once, and while it lasts every half minute, not for each of the
 * requests that find it out.
 * @param now milliseconds of any clock
 */
export function createOutageLog(log: Logger, message: string, now: () => number = () => performance.now()) {
  let loggedAt = Number.NEGATIVE_INFINITY;
  let unsaid = 0;
  return function noteFailure(error: unknown): void {
    if (now() - loggedAt < quiet) {
      unsaid += 1;
      return;
    }
    log.warn({ err: error, ...(unsaid > 0 ? { checksSinceLastLine: unsaid } : {}) }, message);
    loggedAt = now();
    unsaid = 0;
  };
}
