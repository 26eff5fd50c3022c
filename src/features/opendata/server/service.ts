import { randomUUID } from 'node:crypto';
import type { ClientBase, Pool } from 'pg';
import { checkDerivations } from '#features/monitoring/server/check-derivations.ts';
import { rebuildTally } from '#features/monitoring/server/tally.ts';
import { refreshSearch } from '#features/search/server/refresh.ts';
import type { Progress } from '#server/datapackage/apply.ts';
import { exportPackage, type ExportOutcome } from '#server/datapackage/export-package.ts';
import { importPackage, type ImportOutcome } from '#server/datapackage/import-package.ts';
import type { TablePlan } from '#server/datapackage/plan.ts';
import { onClient } from '#server/database/on-client.ts';
import { recordResources } from '../resources.ts';
import { recordChecks } from './checks.ts';
import { titlesOf } from './titles.ts';

/** Which record an installation holds: the network's own, or the invented one of the demonstration. */
export type RecordName = 'real' | 'demo';

async function withClient<T>(pool: Pool, work: (client: ClientBase) => Promise<T>): Promise<T> {
  const client = await pool.connect();
  try {
    return await work(client);
  } finally {
    client.release();
  }
}

/** Which record the database holds; undefined while it is empty. */
export async function heldRecord(pool: Pool): Promise<RecordName | undefined> {
  const { rows } = await pool.query<{ value: string }>(`SELECT value FROM installation WHERE key = 'record'`);
  const value = rows[0]?.value;
  return value === 'real' || value === 'demo' ? value : undefined;
}

export interface ImportRecordOptions {
  folder: string;
  dryRun?: boolean;
  onProgress?: (progress: Progress) => void;
  /** Who imports, for the audit. */
  actor: string;
}

/** Imports a data package into the record; everything or nothing. */
export function importRecord(pool: Pool, options: ImportRecordOptions): Promise<ImportOutcome> {
  return withClient(pool, async (client) => {
    const holds = await heldRecord(pool);
    const outcome = await importPackage(client, {
      folder: options.folder,
      resources: recordResources,
      checks: [...recordChecks, checkDerivations],
      dryRun: options.dryRun ?? false,
      holds,
      ...(options.onProgress ? { onProgress: options.onProgress } : {}),
      afterwards: async (_, plans) => {
        await rebuildTally(client);
        await refreshSearch(onClient(client));
        await auditImport(client, options, plans);
        await client.query('UPDATE record_version SET version = version + 1, changed_at = now()');
      },
    });
    if (outcome.kind === 'applied' && outcome.record && !holds) await holdRecord(client, outcome.record);
    return outcome;
  });
}

async function holdRecord(client: ClientBase, record: RecordName): Promise<void> {
  await client.query(
    `INSERT INTO installation (key, value) VALUES ('record', $1) ON CONFLICT (key) DO NOTHING`,
    [record],
  );
}

/** One event for the import with its counts, and one for each row that it changed with the cells before and after. */
async function auditImport(
  client: ClientBase,
  { actor, folder }: ImportRecordOptions,
  plans: readonly TablePlan[],
): Promise<void> {
  const counts = Object.fromEntries(
    plans.map((plan) => [plan.resource.name, { added: plan.added.length, changed: plan.changed.length }]),
  );
  const events = plans.flatMap(({ resource, changed }) =>
    changed.map(({ row, changes }) => ({
      kind: resource.table,
      subject: row.key,
      before: Object.fromEntries(changes.map((change) => [change.column, change.before])),
      after: Object.fromEntries(changes.map((change) => [change.column, change.after])),
    })),
  );
  await client.query(
    `INSERT INTO audit_event (id, actor, action, subject_kind, subject_id, reason, after) VALUES ($1, $2, 'import', 'record', NULL, $3, $4)`,
    [randomUUID(), actor, folder, JSON.stringify(counts)],
  );
  if (events.length === 0) return;
  await client.query(
    `INSERT INTO audit_event (id, actor, action, subject_kind, subject_id, before, after)
     SELECT gen_random_uuid(), $1, 'import', e.kind, e.subject, e.before, e.after
     FROM jsonb_to_recordset($2) AS e(kind text, subject text, before jsonb, after jsonb)`,
    [actor, JSON.stringify(events)],
  );
}

/** Writes the record as a data package. */
export function exportRecord(
  pool: Pool,
  options: { folder: string; onProgress?: (resource: string, rows: number) => void },
): Promise<ExportOutcome> {
  return withClient(pool, async (client) => {
    const record = await heldRecord(pool);
    return exportPackage(client, {
      ...options,
      resources: recordResources,
      titles: titlesOf(record),
      record,
    });
  });
}
