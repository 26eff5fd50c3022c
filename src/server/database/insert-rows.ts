import { sql } from 'kysely';
import type { Db } from './db.ts';
import type { DB } from './types.ts';

/**
 * Inserts rows of one table by one statement, however many: as JSON, since a statement takes so many values at most. All rows
 * have the columns of the first. Values of a JSON column are objects, not text.
 * @param known what is done with a row that is there already: a fault, or nothing
 */
export async function insertRows(
  tx: Db,
  table: keyof DB,
  rows: readonly object[],
  known: 'is-a-fault' | 'stays' = 'is-a-fault',
): Promise<void> {
  if (rows.length === 0) return;
  const columns = sql.join(Object.keys(rows[0] ?? {}).map((name) => sql.ref(name)));
  const stays = known === 'stays' ? sql`ON CONFLICT DO NOTHING` : sql``;
  await sql`
    INSERT INTO ${sql.table(table)} (${columns})
    SELECT ${columns} FROM jsonb_populate_recordset(NULL::${sql.table(table)}, ${JSON.stringify(rows)}::jsonb)
    ${stays}`.execute(tx);
}
