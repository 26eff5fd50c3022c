import type { ClientBase } from 'pg';
import { narrowest, rangeOfCheck, rangeOfType } from './number-range.ts';

export interface ColumnDescription {
  table: string;
  column: string;
  /** Name of the type, or of the domain where it has one. */
  type: string;
  nullable: boolean;
  hasDefault: boolean;
  /** The values that a CHECK on this column alone allows, for text columns that are lists of states. */
  values: readonly string[];
  /** The bounds that such a CHECK, or the type itself, sets to a number. */
  least: number | null;
  most: number | null;
  /** Digits after the point that a numeric column keeps; null where it keeps all. */
  decimals: number | null;
}

/** Every column of every table of the public schema, with what its CHECKs say of it. */
export async function describeTables(client: ClientBase): Promise<ColumnDescription[]> {
  const { rows } = await client.query<{
    table: string;
    column: string;
    type: string;
    nullable: boolean;
    hasDefault: boolean;
    modifier: number;
    checks: string[];
  }>(`
    SELECT c.relname AS table, a.attname AS column, t.typname AS type, NOT a.attnotnull AS nullable,
           a.atthasdef AS "hasDefault", a.atttypmod AS modifier,
           ARRAY(SELECT pg_get_constraintdef(k.oid) FROM pg_constraint k
                 WHERE k.conrelid = c.oid AND k.contype = 'c' AND k.conkey = ARRAY[a.attnum]) AS checks
    FROM pg_class c
    JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
    JOIN pg_type t ON t.oid = a.atttypid
    WHERE c.relkind = 'r' AND c.relnamespace = 'public'::regnamespace
    ORDER BY c.relname COLLATE "C", a.attnum`);
  return rows.map(({ checks, modifier, ...row }) => {
    const decimals = row.type === 'numeric' && modifier >= 4 ? (modifier - 4) & 0x7ff : null;
    return {
      ...row,
      values: checks.flatMap(valuesOfCheck),
      ...narrowest([
        rangeOfType(row.type, modifier),
        ...checks.map((check) => rangeOfCheck(check, decimals ?? 0)),
      ]),
      decimals,
    };
  });
}

/** The values of `CHECK ((x = ANY (ARRAY['a'::text, 'b'::text])))`; none for a CHECK of another form. */
function valuesOfCheck(definition: string): string[] {
  const list = /= ANY \(ARRAY\[(.*)\]\)/.exec(definition)?.[1];
  return list ? [...list.matchAll(/'([^']*)'::text/g)].map((match) => match[1] ?? '') : [];
}
