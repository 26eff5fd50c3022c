import { expect, test } from 'vitest';
import { useDatabase } from '#testing/database.ts';
import { addMunicipalities } from '#testing/factories.ts';
import { inSnapshot, type Db } from './db.ts';

const database = useDatabase();

async function count(db: Db): Promise<number> {
  const { n } = await db
    .selectFrom('municipality')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .executeTakeFirstOrThrow();
  return n;
}

test('several questions are answered as of one moment, whatever is committed between them', async () => {
  const { db } = database();
  const [before, after] = await inSnapshot(db, async (tx) => {
    const first = await count(tx);
    await addMunicipalities(db, [{}]);
    return [first, await count(tx)];
  });
  expect(after).toBe(before);
  expect(await count(db)).toBe(before + 1);
});

test('nothing is written in a snapshot', async () => {
  await expect(inSnapshot(database().db, (tx) => addMunicipalities(tx, [{}]))).rejects.toThrow('read-only');
});
