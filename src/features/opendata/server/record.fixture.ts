import { join } from 'node:path';
import { beforeAll } from 'vitest';
import { createApp, type App } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import { useDatabase, type TestDatabase } from '#testing/database.ts';
import type { RecordName } from '#server/datapackage/import-package.ts';
import { importRecord } from './service.ts';

/** An app on a database that holds one of the records that a fresh installation loads. */
export function useRecord(record: RecordName): { app: () => App; database: () => TestDatabase } {
  const database = useDatabase();
  beforeAll(async () => {
    const folder = join(import.meta.dirname, '../../../../data', record);
    const outcome = await importRecord(database().pool, { folder, actor: 'test' });
    if (outcome.kind === 'refused') throw new Error(JSON.stringify(outcome.faults[0]));
  }, 60_000);
  const config = readConfig({ LOG_LEVEL: 'silent', PUBLIC_URL: 'https://pop.example' });
  let current: App | undefined;
  return { app: () => (current ??= createApp(config, database())), database };
}
