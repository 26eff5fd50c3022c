import { sql } from 'kysely';
import type { Db } from '#server/database/db.ts';
import { insertDocuments } from './documents.ts';
import { documentSources } from './sources/index.ts';

const next = 'search_next';

interface Definition {
  name: string;
  statement: string;
}

/** How the indexes and keys of a table are made, as the database has them: the migration alone says which there are. */
async function definitionsOf(tx: Db, table: string): Promise<Definition[]> {
  const { rows } = await sql<Definition>`
    SELECT i.relname AS name,
           CASE WHEN x.indisprimary THEN 'ALTER TABLE ' || ${next}::text || ' ADD CONSTRAINT ' || i.relname || '_next ' || pg_get_constraintdef(c.oid)
                ELSE replace(replace(pg_get_indexdef(x.indexrelid), ' INDEX ' || i.relname || ' ', ' INDEX ' || i.relname || '_next '),
                             '.' || t.relname || ' ', '.' || ${next}::text || ' ')
            END AS statement
      FROM pg_index x
      JOIN pg_class t ON t.oid = x.indrelid
      JOIN pg_class i ON i.oid = x.indexrelid
      LEFT JOIN pg_constraint c ON c.conindid = i.oid
     WHERE t.oid = to_regclass(${table})`.execute(tx);
  return rows;
}

/**
 * Fills a new table and puts it in the place of the old one, with the same indexes built at the end: many times faster
 * than changing rows under them, and readers go on reading the old table until the transaction commits.
 */
export async function replaceTable(
  tx: Db,
  table: string,
  fill: (table: string) => Promise<void>,
): Promise<void> {
  const definitions = await definitionsOf(tx, table);
  await sql`CREATE TABLE ${sql.id(next)} (LIKE ${sql.id(table)} INCLUDING DEFAULTS INCLUDING CONSTRAINTS)`.execute(
    tx,
  );
  await fill(next);
  for (const { statement } of definitions) await sql.raw(statement).execute(tx);
  await sql`ANALYZE ${sql.id(next)}`.execute(tx);
  await keepOwner(tx, table);
  await sql`DROP TABLE ${sql.id(table)}`.execute(tx);
  await sql`ALTER TABLE ${sql.id(next)} RENAME TO ${sql.id(table)}`.execute(tx);
  for (const { name } of definitions) {
    await sql`ALTER INDEX ${sql.id(`${name}_next`)} RENAME TO ${sql.id(name)}`.execute(tx);
  }
}

/** The new table belongs to whom the old one did: a command makes it as another role than the pages that remake it later. */
async function keepOwner(tx: Db, table: string): Promise<void> {
  const { rows } = await sql<{ owner: string }>`
    SELECT pg_get_userbyid(relowner) AS owner FROM pg_class WHERE oid = to_regclass(${table})`.execute(tx);
  const owner = rows[0]?.owner;
  if (owner !== undefined) await sql`ALTER TABLE ${sql.id(next)} OWNER TO ${sql.id(owner)}`.execute(tx);
}

/** Makes all documents and the list of words anew. */
export async function rebuild(tx: Db): Promise<void> {
  // Two at once would make the same table.
  await sql`SELECT pg_advisory_xact_lock(hashtext('search_rebuild'))`.execute(tx);
  // The index of words is built fastest in pieces that fit the processor's cache.
  await sql`SET LOCAL maintenance_work_mem = '32MB'`.execute(tx);
  await sql`SET LOCAL work_mem = '64MB'`.execute(tx);
  await sql`SET LOCAL jit = off`.execute(tx);
  await replaceTable(tx, 'search_document', async (table) => {
    for (const source of documentSources) await insertDocuments(tx, table, source);
  });
  await replaceTable(tx, 'search_word', async (table) => {
    await sql`
      INSERT INTO ${sql.id(table)} (language, word, occurrences)
      SELECT language, word, count(*) FROM search_document, unnest(tsvector_to_array(words)) word
       WHERE word NOT LIKE '_:%' GROUP BY language, word`.execute(tx);
  });
}
