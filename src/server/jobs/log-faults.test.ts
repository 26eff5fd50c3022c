import { PgBoss } from 'pg-boss';
import { expect, test } from 'vitest';
import { createLog } from '../log.ts';
import { logFaults } from './log-faults.ts';

test('a fault of the queue is logged and ends nothing; one of its connections after it has stopped is no fault', () => {
  let written = '';
  const boss = new PgBoss('postgres://127.0.0.1:1/nowhere');
  const fallSilent = logFaults(boss, createLog('info', { write: (line) => (written += line) }));
  boss.emit('error', new Error('Connection terminated'));
  expect(written).toContain('"part":"jobs"');
  written = '';
  fallSilent();
  boss.emit('error', new Error('terminating connection due to administrator command'));
  expect(written).toBe('');
});
