import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmod, mkdir, mkdtemp, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { readAddress } from './address.ts';
import { startCluster, type Cluster } from './cluster.ts';

let folder = '';
const running: Cluster[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'pop-cluster-'));
  await chmod(folder, 0o755);
});

afterAll(async () => {
  for (const cluster of running) await cluster.stop();
  await rm(folder, { recursive: true });
});

async function start(say?: (text: string) => void): Promise<Cluster> {
  const cluster = await startCluster(folder, say ? { say } : {});
  running.push(cluster);
  return cluster;
}

async function ask<T extends pg.QueryResultRow>(url: string, text: string): Promise<T[]> {
  const client = new pg.Client(url);
  await client.connect();
  try {
    return (await client.query<T>(text)).rows;
  } finally {
    await client.end();
  }
}

async function postmasterPid(): Promise<number> {
  return Number((await readFile(join(folder, 'postgres/data/postmaster.pid'), 'utf8')).split('\n')[0]);
}

/** Starts the writer, and kills it, or its database first, once it has written some rows. */
async function writeUntilKilled(kill: (pid: number) => Promise<void>): Promise<number> {
  const fixture = join(import.meta.dirname, 'writer.fixture.ts');
  const child = spawn(process.execPath, [fixture, folder], { stdio: ['ignore', 'pipe', 'ignore'] });
  const ended = once(child, 'exit');
  let output = '';
  for await (const chunk of child.stdout) {
    output += String(chunk);
    if (output.split('\n').length > 50) break;
  }
  await kill(child.pid ?? 0);
  await ended;
  return Number(output.trimEnd().split('\n').at(-1));
}

test('the first start makes a cluster that keeps what it acknowledges, in UTF-8, and lets nobody in without a password', async () => {
  // What an interrupted first start leaves.
  await mkdir(join(folder, 'postgres/data.unfinished/base'), { recursive: true });
  const { url } = await start();
  const rows = await ask(
    url,
    `SELECT name, setting FROM pg_settings WHERE name IN
     ('fsync', 'full_page_writes', 'synchronous_commit', 'data_checksums', 'server_encoding', 'password_encryption', 'listen_addresses')
     ORDER BY name COLLATE "C"`,
  );
  expect(rows.map((row) => Object.values(row).join(' '))).toEqual([
    'data_checksums on',
    'fsync on',
    'full_page_writes on',
    'listen_addresses 127.0.0.1',
    'password_encryption scram-sha-256',
    'server_encoding UTF8',
    'synchronous_commit on',
  ]);
  const stranger = Object.assign(new URL(url), { password: 'guessed' }).href;
  await expect(ask(stranger, 'SELECT 1')).rejects.toThrow(/password authentication failed/);
  for (const secret of ['database-password', 'database-address']) {
    expect((await stat(join(folder, secret))).mode & 0o077).toBe(0);
  }
});

test('the address of a running database is there for commands, and gone after a stop', async () => {
  const [cluster] = running;
  expect(await readAddress(folder)).toBe(cluster?.url);
  await cluster?.stop();
  expect(await readAddress(folder)).toBeUndefined();
});

test('after its process was killed, a database left running is stopped, and has every acknowledged row', async () => {
  const last = await writeUntilKilled(async (pid) => void process.kill(pid, 'SIGKILL'));
  const left = await postmasterPid();
  const said: string[] = [];
  const { url, stop } = await start((text) => said.push(text));
  expect(said).toEqual(['Stopped a database that a killed process had left running']);
  expect(await postmasterPid()).not.toBe(left);
  const [row] = await ask<{ count: number }>(url, 'SELECT count(*)::int AS count FROM acknowledged');
  expect(row?.count).toBeGreaterThanOrEqual(last);
  await ask(url, 'DROP TABLE acknowledged');
  await stop();
});

test('after everything was killed, the database recovers, and has every acknowledged row', async () => {
  const last = await writeUntilKilled(async (pid) => {
    process.kill(await postmasterPid(), 'SIGKILL');
    process.kill(pid, 'SIGKILL');
  });
  const { url, stop } = await start();
  const [row] = await ask<{ count: number }>(url, 'SELECT count(*)::int AS count FROM acknowledged');
  expect(row?.count).toBeGreaterThanOrEqual(last);
  await stop();
});

test('a mark of a running database whose number another program has now is not believed', async () => {
  await writeFile(join(folder, 'postgres/data/postmaster.pid'), `${process.pid}\n${folder}/postgres/data\n`);
  const { url, stop } = await start();
  expect(await ask(url, 'SELECT 1 AS one')).toEqual([{ one: 1 }]);
  await stop();
});

test('a database that ends by itself is told', async () => {
  const { onLost, stop } = await start();
  const lost = new Promise<void>((resolve) => onLost(resolve));
  process.kill(await postmasterPid(), 'SIGKILL');
  await lost;
  await stop();
});

test('a password that is not the database\u2019s own is told in a sentence', async () => {
  const path = join(folder, 'database-password');
  const known = await readFile(path, 'utf8');
  await writeFile(path, 'another');
  await expect(startCluster(folder)).rejects.toThrow(
    /^The file database-password in the data folder is not the one/,
  );
  await writeFile(path, known);
});
