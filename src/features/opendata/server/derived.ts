import { createHash } from 'node:crypto';
import type { ClientBase, Pool } from 'pg';
import { catalogueFingerprint, rebuildCatalogue } from '#features/library/server/catalogue/refresh.ts';
import { rebuildTally, tallyFingerprint } from '#features/monitoring/server/tally.ts';
import { refreshSearch, searchFingerprint } from '#features/search/server/service.ts';
import { onClient } from '#server/database/on-client.ts';

/** A name for how search and counts are made of the record: another one where a version makes them otherwise. */
function fingerprint(client: ClientBase): string {
  return createHash('sha256')
    .update(searchFingerprint(onClient(client)))
    .update(tallyFingerprint(onClient(client)))
    .update(catalogueFingerprint(onClient(client)))
    .digest('hex');
}

/** Notes that search and counts are as this version makes them. */
export async function noteDerived(client: ClientBase): Promise<void> {
  await client.query(
    `INSERT INTO installation (key, value) VALUES ('derived', $1)
     ON CONFLICT (key) DO UPDATE SET value = excluded.value`,
    [fingerprint(client)],
  );
}

async function isAsMade(client: ClientBase): Promise<boolean> {
  const { rows } = await client.query<{ value: string }>(
    `SELECT value FROM installation WHERE key = 'derived'`,
  );
  return rows[0]?.value === fingerprint(client);
}

/**
 * Makes search and counts anew where another version of the program made them: an import alone would only renew what it
 * touches.
 * @param begin told before it begins: of a large record it takes minutes
 * @returns whether there was anything to do
 */
export async function bringDerivedUpToDate(pool: Pool, begin: () => void): Promise<boolean> {
  const client = await pool.connect();
  try {
    if (await isAsMade(client)) return false;
    await client.query('BEGIN');
    // Of several processes that start at once, one does it.
    await client.query(`SELECT FROM record_version FOR UPDATE`);
    const isLeft = !(await isAsMade(client));
    if (isLeft) {
      begin();
      await rebuildTally(onClient(client));
      await noteDerived(client);
      await client.query('UPDATE record_version SET version = version + 1, changed_at = now()');
      // Last: it replaces the tables that readers wait for.
      await refreshSearch(onClient(client));
      await rebuildCatalogue(onClient(client));
    }
    await client.query('COMMIT');
    return isLeft;
  } catch (error) {
    await client.query('ROLLBACK');
    throw error;
  } finally {
    client.release();
  }
}
