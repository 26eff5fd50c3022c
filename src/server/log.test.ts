import { expect, test } from 'vitest';
import { useDatabase } from '#testing/database.ts';
import { createLog } from './log.ts';

const database = useDatabase();

test('an error is logged with its code and place, never with the row at fault or the connection', async () => {
  let written = '';
  const log = createLog('info', { write: (line) => (written += line) });
  await database().pool.query('CREATE TABLE letter_writer (email text PRIMARY KEY)');
  const insert = () => database().pool.query(`INSERT INTO letter_writer VALUES ('banor@example.org')`);
  await insert();
  await insert().catch((err: unknown) => log.error({ err }, 'unexpected fault'));
  expect(JSON.parse(written)).toMatchObject({
    err: { type: 'error', code: '23505' },
    msg: 'unexpected fault',
  });
  expect(written).toContain('log.test.ts');
  expect(written).not.toContain('banor@example.org');

  written = '';
  const lost = Object.assign(new Error('gone'), { client: { secretKey: 7_919 } });
  log.warn({ err: new Error('the database does not answer', { cause: lost }) }, 'unavailable');
  expect(JSON.parse(written)).toMatchObject({ err: { cause: { message: 'gone' } } });
  expect(written).not.toContain('secretKey');

  written = '';
  log.warn({ err: { message: 'gone', code: '57P01', client: { secretKey: 7_919 } } }, 'unavailable');
  expect(JSON.parse(written)).toMatchObject({ err: { message: 'gone', code: '57P01' } });
  expect(written).not.toContain('secretKey');
});
