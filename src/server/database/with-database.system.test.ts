import { chmod, mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readConfig, type Config } from '../config.ts';
import { holdDataFolder } from '../lifecycle/lock.ts';
import type { Database } from './db.ts';
import { startCluster } from './embedded/cluster.ts';
import { migrate } from './migrate.ts';
import { withDatabase } from './with-database.ts';

let folder = '';
let config: Config;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pop-with-database-'));
  await chmod(folder, 0o755);
  config = readConfig({ DATA_DIR: folder });
});

afterAll(() => rm(folder, { recursive: true }));

async function note({ pool }: Database): Promise<void> {
  await pool.query(`INSERT INTO installation (key, value) VALUES ('note', 'kept')`);
}

async function readNote({ pool }: Database): Promise<unknown> {
  const { rows } = await pool.query(`SELECT value FROM installation WHERE key = 'note'`);
  return rows;
}

test('where no site runs, a command starts the database, migrated, and stops it after', async () => {
  await withDatabase(config, note);
  expect((await readdir(folder)).toSorted()).toEqual(['data.lock', 'database-password', 'postgres']);
  expect(await readdir(join(folder, 'postgres/data'))).not.toContain('postmaster.pid');
});

test('a command that fails stops the database all the same', async () => {
  await expect(withDatabase(config, () => Promise.reject(new Error('refused')))).rejects.toThrow('refused');
  expect(await readdir(join(folder, 'postgres/data'))).not.toContain('postmaster.pid');
});

test('where a site starts, stops, or another command works, a command waits for another time', async () => {
  const lock = holdDataFolder(folder);
  await expect(withDatabase(config, readNote)).rejects.toThrow(
    `The data folder ${folder} is in use by process ${process.pid}, which is a command or a site that is starting or stopping: try again when it has finished.`,
  );
  lock.release();
});

test('where a site serves, a command works on its database and leaves it running', async () => {
  const lock = holdDataFolder(folder);
  const cluster = await startCluster(folder);
  try {
    lock.announce('http://localhost:3000');
    expect(await withDatabase(config, readNote)).toEqual([{ value: 'kept' }]);
    expect(await migrate(cluster.url)).toEqual([]);
  } finally {
    await cluster.stop();
    lock.release();
  }
});
