import { beforeEach, describe, expect, test } from 'vitest';
import { readConfig } from '#server/config.ts';
import { createTestDatabase } from '#testing/database.ts';
import { loadRecordOnFirstRun } from './first-run.ts';
import { useFolders } from '#testing/folders.ts';
import { writeRows } from './record-folders.fixture.ts';
import { useRecordDatabase } from './record.fixture.ts';
import { heldRecord, importRecord } from './service.ts';

const newFolder = useFolders();
const config = (demo: '0' | '1') => readConfig({ DEMO: demo });

describe('at the first start', { timeout: 60_000 }, () => {
  let database: Awaited<ReturnType<typeof createTestDatabase>>;
  const said: string[] = [];
  const load = (demo: '0' | '1') => loadRecordOnFirstRun(config(demo), database, (text) => said.push(text));

  beforeEach(async () => {
    database = await createTestDatabase();
    said.length = 0;
    return () => database.drop();
  });

  test('the real record is loaded, with progress; at the second there is nothing to do', async () => {
    expect(await load('0')).toBeGreaterThan(500);
    expect(said).toContainEqual(expect.stringMatching(/^Loading administrative-units: \d+$/));
    expect(await heldRecord(database.pool)).toBe('real');
    expect(await load('0')).toBe(0);
  });

  test('DEMO=1 loads the invented network; the two never mix', async () => {
    expect(await load('1')).toBeGreaterThan(500);
    expect(await heldRecord(database.pool)).toBe('demo');
    await expect(load('0')).rejects.toThrow('start with DEMO=1');
  });

  test('a network that brought its own record first keeps it, and nothing of ours is added', async () => {
    const sources = [{ id: 'own', title: 'Our own archive' }];
    await importRecord(database.pool, {
      folder: await writeRows(await newFolder(), { sources }),
      actor: 'test',
    });
    expect(await load('0')).toBe(0);
    const { rows } = await database.pool.query('SELECT key FROM source');
    expect(rows).toEqual([{ key: 'own' }]);
    await expect(load('1')).rejects.toThrow('start without DEMO=1');
  });
});

describe('at a later start', () => {
  const database = useRecordDatabase('real');

  test('a real record does not start as the demonstration', async () => {
    await expect(loadRecordOnFirstRun(config('1'), database(), () => undefined)).rejects.toThrow(
      'start without DEMO=1',
    );
  });
});
