import type { Pool } from 'pg';
import type { VersionGate } from '../cache/version-gate.ts';
import { pendingMigrations } from '../database/migrate.ts';
import type { ReadinessCheck } from './service-endpoints.ts';

/** Ready: the database answers and has the form that this program expects. */
export function createReadinessCheck(gate: VersionGate, pool: Pool): ReadinessCheck {
  // Migrations only go forward: once all are there, they stay.
  let isMigrated = false;
  return async () => {
    // First, and with its short wait: the pool would wait longer for a database that is gone.
    if ((await gate.current()) === undefined) return ['database'];
    if (!isMigrated) isMigrated = (await pendingMigrations(pool)).length === 0;
    return isMigrated ? [] : ['migrations'];
  };
}
