import type { Db } from '#server/database/db.ts';

/** The member organisation that asked. */
export async function readOrganisationName(db: Db, id: string) {
  const { name } = await db
    .selectFrom('organisation')
    .select('name')
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return name;
}
