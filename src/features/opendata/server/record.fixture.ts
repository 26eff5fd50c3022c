import { createApp, type App } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import { filledTemplate, useDatabase, type TestDatabase } from '#testing/database.ts';
import type { RecordName } from '#server/datapackage/import-package.ts';
import { recordFolder } from './record-folders.fixture.ts';
import { importRecord } from './service.ts';

/** The name of a database that holds one of the records that a fresh installation loads, to be copied. */
export function recordTemplate(record: RecordName): Promise<string> {
  return filledTemplate(record, async ({ pool }) => {
    const outcome = await importRecord(pool, { folder: recordFolder(record), actor: 'test' });
    if (outcome.kind !== 'applied') throw new Error(JSON.stringify(outcome));
  });
}

/** A database of its own with that record, for a test file. */
export function useRecordDatabase(record: RecordName): () => TestDatabase {
  return useDatabase(() => recordTemplate(record));
}

/** An app on such a database. */
export function useRecord(record: RecordName): { app: () => App; database: () => TestDatabase } {
  const database = useRecordDatabase(record);
  const config = readConfig({ LOG_LEVEL: 'silent', PUBLIC_URL: 'https://pop.example' });
  let current: App | undefined;
  return { app: () => (current ??= createApp(config, database())), database };
}
