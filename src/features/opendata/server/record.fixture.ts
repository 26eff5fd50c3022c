import { createApp, type App } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import { filledTemplate, useDatabase, type TestDatabase } from '#testing/database.ts';
import type { RecordName } from '#server/datapackage/import-package.ts';
import { recordFolder } from './record-folders.fixture.ts';
import { importRecord } from './service.ts';

/** A database that holds one of the records that a fresh installation loads. */
export function useRecordDatabase(record: RecordName): () => TestDatabase {
  return useDatabase(() =>
    filledTemplate(record, async ({ pool }) => {
      const outcome = await importRecord(pool, { folder: recordFolder(record), actor: 'test' });
      if (outcome.kind !== 'applied') throw new Error(JSON.stringify(outcome));
    }),
  );
}

/** An app on such a database. */
export function useRecord(record: RecordName): { app: () => App; database: () => TestDatabase } {
  const database = useRecordDatabase(record);
  const config = readConfig({ LOG_LEVEL: 'silent', PUBLIC_URL: 'https://pop.example' });
  let current: App | undefined;
  return { app: () => (current ??= createApp(config, database())), database };
}
