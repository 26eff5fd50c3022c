import { sql } from 'kysely';
import type { Db } from '#server/database/db.ts';

/** Of some names, the people of the record who alone have them. */
export async function idsOfPeople(db: Db, names: readonly string[]): Promise<Map<string, string>> {
  if (names.length === 0) return new Map();
  const rows = await db
    .selectFrom('person')
    .select(['name', sql<string>`min(id::text)`.as('id')])
    .where(sql<boolean>`name = any(${names}::text[])`)
    .groupBy('name')
    .having((eb) => eb.fn.countAll(), '=', 1)
    .execute();
  return new Map(rows.map(({ name, id }) => [name, id]));
}
