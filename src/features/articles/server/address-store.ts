import { sql } from 'kysely';
import type { Db } from '#server/database/db.ts';
import type { Target, TargetKind } from '../old-address.ts';

/** Those of some old addresses that are kept, for this site's name or for any. */
export function readAddresses(db: Db, host: string, paths: readonly string[]) {
  return db
    .selectFrom('old_address')
    .select(['path', 'host', 'kind', 'key'])
    .where(sql<boolean>`path = any(${paths}::text[])`)
    .where(sql<boolean>`host = any(${['', host]}::text[])`)
    .execute();
}

/** Whether something of the record is there. */
export async function isInRecord(db: Db, { kind, key }: Target): Promise<boolean> {
  const found = await db.selectFrom(kind).select('id').where('key', '=', key).executeTakeFirst();
  return found !== undefined;
}

/** The newest first; of one target, where it is asked for. */
export function listAddresses(db: Db, limit: number, after: string | undefined) {
  return db
    .selectFrom('old_address')
    .select(['id', 'host', 'path', 'kind', 'key', 'added_at as addedAt'])
    .$if(after !== undefined, (query) =>
      query.where(
        sql<boolean>`coalesce((added_at, id) < (SELECT added_at, id FROM old_address WHERE id = ${after}::uuid), true)`,
      ),
    )
    .orderBy('added_at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute();
}

export interface NewAddress {
  id: string;
  host: string;
  path: string;
  kind: TargetKind;
  key: string;
  added_by: string;
  added_at: Date;
}

/** @returns whether it was not kept yet */
export async function insertAddress(db: Db, row: NewAddress): Promise<boolean> {
  const { numInsertedOrUpdatedRows = 0n } = await db
    .insertInto('old_address')
    .values(row)
    .onConflict((on) => on.columns(['path', 'host']).doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows > 0n;
}
