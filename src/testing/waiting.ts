import { sql } from 'kysely';
import type { Db } from '#server/database/db.ts';

/** Waits until transactions of this database stand in a queue for a row: what they had asked before is soon to be old. */
export async function untilSomebodyWaits(db: Db, many = 1): Promise<void> {
  for (let look = 0; look < 1000; look += 1) {
    const { rows } = await sql`
      SELECT FROM pg_stat_activity
      WHERE datname = current_database() AND wait_event_type = 'Lock' AND pid <> pg_backend_pid()`.execute(
      db,
    );
    if (rows.length >= many) return;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
  throw new Error('nobody waits for a row');
}
