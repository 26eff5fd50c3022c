import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { recordTemplate } from '#features/opendata/server/record.fixture.ts';
import { senderOf } from '#features/accounts/server/sender.ts';
import { parametersOf } from '#features/sections/page-parameters.ts';
import { createApp, type App } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import { provideApp } from '#server/current-app.ts';
import { openDatabase } from '#server/database/db.ts';
import { startServer } from '#server/http/server.ts';
import { allJobs } from '#server/jobs/all-jobs.ts';
import { createTestDatabase } from '#testing/database.ts';
import { freePort } from '../support/program.ts';

export interface OwnProgram {
  app: App;
  url: string;
  stop(): Promise<void>;
}

/** The built site in this process, on a database of its own that holds the invented network: a test can add to it. */
export async function startOwnProgram(): Promise<OwnProgram> {
  const database = await createTestDatabase(await recordTemplate('demo'));
  const dataDir = await mkdtemp(join(tmpdir(), 'pop-access-'));
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const env = { DATA_DIR: dataDir, DATABASE_URL: database.url, PORT: String(port), PUBLIC_URL: url };
  const config = readConfig({ ...env, DEMO: '1', LOG_LEVEL: 'silent' });
  const app = createApp(config, openDatabase({ url: database.url, preparedStatements: true }));
  provideApp(app);
  await app.jobs.start(app, { jobs: allJobs, works: false });
  const running = await startServer(app, { parametersOf, senderOf: (cookie) => senderOf(app, cookie) });
  return {
    app,
    url,
    stop: async () => {
      await running.close();
      await app.close();
      await database.drop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}
