import { sql } from 'kysely';
import type { Db } from '#server/database/db.ts';

/** The freezes that hold on a day or after it, soonest first. */
export function readFreezes(db: Db, from: string) {
  return db
    .selectFrom('publication_freeze as freeze')
    .leftJoin('municipality', 'municipality.id', 'freeze.municipality_id')
    .select([
      'freeze.id',
      'freeze.municipality_id as municipalityId',
      'municipality.name as municipality',
      'freeze.since',
      'freeze.until',
      'freeze.reason',
      'freeze.version',
    ])
    .where('freeze.until', '>=', from)
    .orderBy('freeze.since')
    .orderBy('freeze.id')
    .execute();
}

export function readFreeze(db: Db, id: string) {
  return db
    .selectFrom('publication_freeze')
    .select(['id', 'municipality_id as municipalityId', 'since', 'until', 'reason', 'version'])
    .where('id', '=', id)
    .executeTakeFirst();
}

export async function insertFreeze(
  db: Db,
  row: { id: string; municipality_id: string | null; since: string; until: string; reason: string },
): Promise<void> {
  await db.insertInto('publication_freeze').values(row).execute();
}

/** @returns whether it was changed: not where someone else has since `base` */
export async function updateFreeze(
  db: Db,
  id: string,
  set: { municipality_id: string | null; since: string; until: string; reason: string },
  base: number,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('publication_freeze')
    .set({ ...set, version: sql`version + 1` })
    .where('id', '=', id)
    .where('version', '=', base)
    .executeTakeFirst();
  return numUpdatedRows > 0n;
}

export async function deleteFreeze(db: Db, id: string): Promise<void> {
  await db.deleteFrom('publication_freeze').where('id', '=', id).execute();
}

/** Where a freeze can be set apart. */
export function readMunicipalities(db: Db) {
  return db.selectFrom('municipality').select(['id', 'name']).orderBy('key').execute();
}
