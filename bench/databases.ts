import { randomBytes } from 'node:crypto';
import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startCluster } from '#server/database/embedded/cluster.ts';

export interface BenchDatabases {
  /** What the server calls itself. */
  version: string;
  /** A folder for the programs' own files. */
  folder: string;
  create(name: string): Promise<string>;
  close(): Promise<void>;
}

/**
 * A PostgreSQL to measure on: BENCH_DATABASE_URL, whose user may create databases, else an embedded one, set up as the
 * program sets it up.
 */
export async function openDatabases(): Promise<BenchDatabases> {
  const folder = await mkdtemp(join(tmpdir(), 'pop-bench-'));
  await chmod(folder, 0o755);
  const given = process.env['BENCH_DATABASE_URL'];
  const server = given
    ? { url: given, stop: () => Promise.resolve() }
    : await startCluster(join(folder, 'database'));
  const run = randomBytes(3).toString('hex');
  const created: string[] = [];
  const admin = new pg.Client(server.url);
  await admin.connect();
  const { rows } = await admin.query<{ version: string }>(
    `SELECT current_setting('server_version') AS version`,
  );
  return {
    version: rows[0]?.version ?? 'unknown',
    folder,
    async create(name) {
      const database = `pop_bench_${name}_${run}`;
      await admin.query(`CREATE DATABASE ${database}`);
      created.push(database);
      const url = new URL(server.url);
      url.pathname = `/${database}`;
      return url.href;
    },
    async close() {
      for (const database of created) await admin.query(`DROP DATABASE IF EXISTS ${database} WITH (FORCE)`);
      await admin.end();
      await server.stop();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
