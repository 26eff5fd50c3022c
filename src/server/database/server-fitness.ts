import type pg from 'pg';
import { DatabaseError } from './database-error.ts';

const oldestServer = 15;

/** Refuses a PostgreSQL that is too old for our SQL. @param version as in `server_version_num`, e.g. 150004 */
export function refuseOldServer(version: number): void {
  const major = Math.floor(version / 10_000);
  if (major >= oldestServer) return;
  throw new DatabaseError(
    `This database is PostgreSQL ${major}; POP needs PostgreSQL ${oldestServer} or newer.`,
  );
}

/** @throws DatabaseError where the server is too old, or the database cannot hold every letter */
export async function checkServer(client: pg.ClientBase): Promise<void> {
  const { rows } = await client.query<{ version: number; encoding: string; database: string }>(
    `SELECT current_setting('server_version_num')::int AS version,
            current_setting('server_encoding') AS encoding, current_database() AS database`,
  );
  const { version = 0, encoding = '', database = '' } = rows[0] ?? {};
  refuseOldServer(version);
  if (encoding !== 'UTF8') {
    throw new DatabaseError(
      `The database "${database}" is encoded in ${encoding}; POP needs UTF8: create it anew with ENCODING 'UTF8' TEMPLATE template0.`,
    );
  }
}
