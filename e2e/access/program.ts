import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { importRecord } from '#features/opendata/server/service.ts';
import { senderOf } from '#features/accounts/server/sender.ts';
import { parametersOf } from '#features/sections/page-parameters.ts';
import { createApp, type App } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import { provideApp } from '#server/current-app.ts';
import { openDatabase } from '#server/database/db.ts';
import { migrate } from '#server/database/migrate.ts';
import { startServer } from '#server/http/server.ts';
import { allJobs } from '#server/jobs/all-jobs.ts';
import { startTestServer } from '#testing/server.ts';
import { freePort } from '../support/program.ts';

export interface OwnProgram {
  app: App;
  url: string;
  stop(): Promise<void>;
}

/** The built site in this process, on a database of its own that holds the invented network: a test can add to it. */
export async function startOwnProgram(): Promise<OwnProgram> {
  const server = await startTestServer();
  const name = 'pop_access';
  const admin = new pg.Client(server.url);
  await admin.connect();
  await admin.query(`CREATE DATABASE ${name}`);
  await admin.end();
  const databaseUrl = Object.assign(new URL(server.url), { pathname: `/${name}` }).href;
  await migrate(databaseUrl);
  const dataDir = await mkdtemp(join(tmpdir(), 'pop-access-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = { DATA_DIR: dataDir, DATABASE_URL: databaseUrl, PORT: String(port), PUBLIC_URL: url };
  const config = readConfig({ ...env, DEMO: '1', LOG_LEVEL: 'silent' });
  const app = createApp(config, openDatabase({ url: databaseUrl, preparedStatements: true }));
  const imported = await importRecord(app.pool, { folder: 'data/demo', actor: 'test' });
  if (imported.kind !== 'applied') throw new Error(JSON.stringify(imported));
  provideApp(app);
  await app.jobs.start(app, { jobs: allJobs, works: false });
  const running = await startServer(app, { parametersOf, senderOf: (cookie) => senderOf(app, cookie) });
  return {
    app,
    url,
    stop: async () => {
      await running.close();
      await app.close();
      await server.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
