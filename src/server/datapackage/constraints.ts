import type { ClientBase } from 'pg';

/** A rule of a table beyond its single columns' types, as the database has it. */
export interface Constraint {
  table: string;
  name: string;
  kind: 'unique' | 'check';
  /** In the table's own order. */
  columns: readonly string[];
  definition: string;
}

/** The UNIQUE and CHECK constraints of all tables. */
export async function readConstraints(client: ClientBase): Promise<Constraint[]> {
  const { rows } = await client.query<Constraint>(`
    SELECT c.conrelid::regclass::text AS table, c.conname AS name,
           CASE c.contype WHEN 'u' THEN 'unique' ELSE 'check' END AS kind,
           ARRAY(SELECT a.attname::text FROM pg_attribute a
                 WHERE a.attrelid = c.conrelid AND a.attnum = ANY(c.conkey) ORDER BY a.attnum) AS columns,
           pg_get_constraintdef(c.oid) AS definition
    FROM pg_constraint c
    WHERE c.contype IN ('u', 'c') AND c.conrelid <> 0 AND c.connamespace = 'public'::regnamespace
    ORDER BY 1, 2`);
  return rows;
}
