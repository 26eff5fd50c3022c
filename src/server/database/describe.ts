import type { ClientBase } from 'pg';

export interface ColumnDescription {
  table: string;
  column: string;
  /** Name of the type, or of the domain where it has one. */
  type: string;
  nullable: boolean;
  hasDefault: boolean;
  /** The values that a CHECK on this column alone allows, for text columns that are lists of states. */
  values: readonly string[];
}

/** Every column of every table of the public schema, with what its CHECKs say of it. */
export async function describeTables(client: ClientBase): Promise<ColumnDescription[]> {
  const { rows } = await client.query<{
    table: string;
    column: string;
    type: string;
    nullable: boolean;
    hasDefault: boolean;
    checks: string[];
  }>(`
    SELECT c.relname AS table, a.attname AS column, t.typname AS type, NOT a.attnotnull AS nullable,
           a.atthasdef AS "hasDefault",
           ARRAY(SELECT pg_get_constraintdef(k.oid) FROM pg_constraint k
                 WHERE k.conrelid = c.oid AND k.contype = 'c' AND k.conkey = ARRAY[a.attnum]) AS checks
    FROM pg_class c
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    JOIN pg_type t ON t.oid = a.atttypid
    WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
    ORDER BY c.relname COLLATE "C", a.attnum`);
  return rows.map(({ checks, ...row }) => ({ ...row, values: checks.flatMap(valuesOfCheck) }));
}

/** The values of `CHECK ((x = ANY (ARRAY['a'::text, 'b'::text])))`; none for a CHECK of another form. */
function valuesOfCheck(definition: string): string[] {
  const list = /= ANY \(ARRAY\[(.*)\]\)/.exec(definition)?.[1];
  return list ? [...list.matchAll(/'([^']*)'::text/g)].map((match) => match[1] ?? '') : [];
}
