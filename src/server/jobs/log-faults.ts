import type { PgBoss } from 'pg-boss';
import type { Logger } from 'pino';
import { createOutageLog } from '../http/outage-log.ts';

/**
 * Logs what stands in the way of the queue itself. While the database is away, that is one line every half minute.
 * @returns how to fall silent: connections that were let go in good order still tell of a database that is stopped next
 */
export function logFaults(boss: PgBoss, log: Logger): () => void {
  const part = log.child({ part: 'jobs' });
  const noteFailure = createOutageLog(part, 'the job queue cannot go on for now');
  let isSilent = false;
  // Unheard, the event would end the process.
  boss.on('error', (error) => (isSilent ? undefined : noteFailure(error)));
  boss.on('warning', ({ message }) => (isSilent ? undefined : part.warn(message)));
  return () => {
    isSilent = true;
  };
}
