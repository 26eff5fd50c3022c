import type { Db } from '#server/database/db.ts';

/** The organisations of the record, which can follow a conclusion up. */
export function readOrganisationOptions(db: Db) {
  return db.selectFrom('organisation').select(['id', 'key', 'name']).orderBy('key').execute();
}
