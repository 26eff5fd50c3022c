import { beforeEach, expect, test } from 'vitest';
import { bringDerivedUpToDate } from './derived.ts';
import { useRecord } from './record.fixture.ts';

const { database } = useRecord('real');
let begun = 0;

beforeEach(() => {
  begun = 0;
});

function bringUpToDate(): Promise<boolean> {
  return bringDerivedUpToDate(database().pool, () => (begun += 1));
}

async function held() {
  const { rows } = await database().pool.query(`
    SELECT (SELECT count(*)::int FROM search_document) AS documents, (SELECT count(*)::int FROM tally) AS counts,
           (SELECT version FROM record_version) AS version`);
  return rows[0];
}

test('what this version has made is left as it is', async () => {
  const before = await held();
  expect(await bringUpToDate()).toBe(false);
  expect(await held()).toEqual(before);
  expect(begun).toBe(0);
});

test('what another version has made is made anew, once, by one of those that start', async () => {
  const before = await held();
  await database().pool.query(`DELETE FROM search_document; DELETE FROM tally;
    UPDATE installation SET value = 'another version' WHERE key = 'derived'`);
  const done = await Promise.all([1, 2].map(() => bringUpToDate()));
  expect(done.filter((hasDone) => hasDone)).toHaveLength(1);
  expect(begun).toBe(1);
  expect(await held()).toMatchObject({ documents: before.documents, counts: before.counts });
  expect((await held()).version).not.toBe(before.version);
});

test('a record that came before this was noted is made anew', async () => {
  await database().pool.query(`DELETE FROM installation WHERE key = 'derived'`);
  expect(await bringUpToDate()).toBe(true);
});
