import { sql } from 'kysely';

/** `column = ANY(ids)`: one statement text however many ids, where IN would prepare another for each length. */
export function anyOf(column: string, ids: readonly string[]) {
  return sql<boolean>`${sql.ref(column)} = any(${ids}::uuid[])`;
}
