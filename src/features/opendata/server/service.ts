import type { ClientBase, Pool } from 'pg';
import { forumChecks } from '#features/forums/server/import-checks.ts';
import { monitoringChecks } from '#features/monitoring/server/import-checks.ts';
import { onClient } from '#server/database/on-client.ts';
import { exportPackage, type ExportOutcome } from '#server/datapackage/export-package.ts';
import { importPackage, type ImportOutcome, type RecordName } from '#server/datapackage/import-package.ts';
import type { OnProgress } from '#server/datapackage/progress.ts';
import { recordResources } from '../resources.ts';
import { auditImport } from './audit-import.ts';
import { noteDerived } from './derived.ts';
import { noteRecordChange } from './record-change.ts';
import { recordChecks } from './checks.ts';
import { titlesOf } from './titles.ts';

async function withClient<T>(pool: Pool, work: (client: ClientBase) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    const result = await work(client);
    client.release();
    return result;
  } catch (error) {
    // Nobody knows in what state the connection is: it is closed, not reused.
    client.release(true);
    throw error;
  }
}

/** Which record the database holds; undefined while it is empty. */
export async function heldRecord(client: ClientBase | Pool): Promise<RecordName | undefined> {
  const { rows } = await client.query<{ value: string }>(
    `SELECT value FROM installation WHERE key = 'record'`,
  );
  const value = rows[0]?.value;
  return value === 'real' || value === 'demo' ? value : undefined;
}

export interface ImportRecordOptions {
  folder: string;
  dryRun?: boolean;
  onProgress?: OnProgress;
  /** Told once where another import is under way. */
  onWaiting?: () => void;
  /** Who imports, for the audit. */
  actor: string;
}

/** Imports a data package into the record; everything or nothing. */
export function importRecord(pool: Pool, options: ImportRecordOptions): Promise<ImportOutcome> {
  return withClient(pool, (client) =>
    importPackage(client, {
      folder: options.folder,
      resources: recordResources,
      checks: [...recordChecks, ...monitoringChecks, ...forumChecks],
      dryRun: options.dryRun ?? false,
      heldRecord,
      ...(options.onProgress ? { onProgress: options.onProgress } : {}),
      ...(options.onWaiting ? { onWaiting: options.onWaiting } : {}),
      afterwards: async (_, { plans, record, held }) => {
        // A package that does not say what it is makes an empty database a real record: of another network, perhaps.
        if (!held) {
          await holdRecord(client, record ?? 'real');
          await noteDerived(client);
        }
        await auditImport(client, options, plans);
        const touched = plans.filter(({ added, changed }) => added.length + changed.length > 0);
        await noteRecordChange(onClient(client), { tables: touched.map(({ resource }) => resource.table) });
      },
    }),
  );
}

async function holdRecord(client: ClientBase, record: RecordName): Promise<void> {
  await client.query(`INSERT INTO installation (key, value) VALUES ('record', $1)`, [record]);
}

export interface ExportRecordOptions {
  folder: string;
  force?: boolean;
  onProgress?: (resource: string, rows: number) => void;
}

/** Writes the record as a data package. */
export function exportRecord(pool: Pool, options: ExportRecordOptions): Promise<ExportOutcome> {
  return withClient(pool, async (client) => {
    const record = await heldRecord(client);
    return exportPackage(client, {
      force: false,
      ...options,
      resources: recordResources,
      titles: titlesOf(record),
      record,
    });
  });
}
