import { pino } from 'pino';
import { expect, test } from 'vitest';
import { createOutageLog } from './outage-log.ts';

test('an outage is logged at once and then every half minute, however many requests find it out', () => {
  const lines: Record<string, unknown>[] = [];
  let now = 0;
  const log = pino({ base: null }, { write: (line) => void lines.push(JSON.parse(line)) });
  const note = createOutageLog(log, 'the database does not answer', () => now);
  for (let second = 0; second < 70; second += 1) {
    now = second * 1000;
    note(new Error('gone'));
  }
  expect(lines.map((line) => line['checksSinceLastLine'])).toEqual([undefined, 29, 29]);
});
