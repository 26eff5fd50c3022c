import type { PgBoss } from 'pg-boss';
import type { Logger } from 'pino';
import { createOutageLog } from '../http/outage-log.ts';

/** Logs what stands in the way of the queue itself. While the database is away, that is one line every half minute. */
export function logFaults(boss: PgBoss, log: Logger): void {
  const noteFailure = createOutageLog(log.child({ part: 'jobs' }));
  boss.on('error', noteFailure);
  boss.on('warning', ({ message }) => log.warn({ part: 'jobs' }, message));
}
