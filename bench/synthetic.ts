import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { rebuildTally } from '#features/monitoring/server/tally.ts';
import { refreshSearch } from '#features/search/server/refresh.ts';
import { onClient } from '#server/database/on-client.ts';
import { openDatabase } from '#server/database/db.ts';

/** Adds the synthetic record to a database that holds the real one, and all that is derived from it. */
export async function addSyntheticRecord(databaseUrl: string): Promise<void> {
  const { pool, close } = openDatabase({ url: databaseUrl, preparedStatements: true, poolSize: 1 });
  const client = await pool.connect();
  try {
    await client.query('BEGIN');
    await client.query(await readFile(join(import.meta.dirname, 'synthetic.sql'), 'utf8'));
    await rebuildTally(onClient(client));
    await refreshSearch(onClient(client));
    await client.query('UPDATE record_version SET version = version + 1, changed_at = now()');
    await client.query('COMMIT');
    await client.query('VACUUM ANALYZE');
  } finally {
    client.release();
    await close();
  }
}

/** How much a database holds, for the table. */
export async function countRecord(databaseUrl: string) {
  const { db, close } = openDatabase({ url: databaseUrl, preparedStatements: true, poolSize: 1 });
  try {
    const count = async (table: 'municipality' | 'priority' | 'status' | 'search_document') => {
      const { n } = await db
        .selectFrom(table)
        .select(({ fn }) => fn.countAll().as('n'))
        .executeTakeFirstOrThrow();
      return Number(n);
    };
    return {
      municipalities: await count('municipality'),
      priorities: await count('priority'),
      statuses: await count('status'),
      documents: await count('search_document'),
    };
  } finally {
    await close();
  }
}
