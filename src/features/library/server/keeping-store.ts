import { sql } from 'kysely';
import type { Db } from '#server/database/db.ts';
import type { Reach } from './draft-store.ts';

/** The organisations of a reach and the municipalities of the network. */
export async function readKeeping(db: Db, reach: Reach) {
  const [organisations, municipalities] = await Promise.all([
    db
      .selectFrom('organisation')
      .select(['id', 'key', 'name'])
      .$if(reach !== 'all', (query) =>
        query.where(sql<boolean>`id = any(${reach === 'all' ? [] : [...reach]}::uuid[])`),
      )
      .orderBy('key')
      .execute(),
    db.selectFrom('municipality').select(['id', 'key', 'name']).orderBy('key').execute(),
  ]);
  return { organisations, municipalities };
}
