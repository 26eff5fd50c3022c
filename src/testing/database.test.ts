import { expect, test } from 'vitest';
import { createTestDatabase, filledTemplate, type TestDatabase } from './database.ts';

async function note({ pool }: TestDatabase): Promise<void> {
  await pool.query(`INSERT INTO installation (key, value) VALUES ('note', 'kept')`);
}

test('a template is filled once, whoever asks for it at the same moment, and each copy has what it holds', async () => {
  let filled = 0;
  const ask = () =>
    filledTemplate('noted', (database) => {
      filled += 1;
      return note(database);
    });
  const [name, same] = await Promise.all([ask(), ask()]);
  expect([filled, same]).toEqual([1, name]);
  const copy = await createTestDatabase(name);
  try {
    const { rows } = await copy.pool.query(`SELECT value FROM installation WHERE key = 'note'`);
    expect(rows).toEqual([{ value: 'kept' }]);
  } finally {
    await copy.drop();
  }
});

test('a template that could not be filled is begun anew by the next who asks', async () => {
  const failing = filledTemplate('broken', async (database) => {
    await note(database);
    throw new Error('half of it');
  });
  await expect(failing).rejects.toThrow('half of it');
  await filledTemplate('broken', note);
});
