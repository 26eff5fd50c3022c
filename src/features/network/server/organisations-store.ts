import type { Db } from '#server/database/db.ts';

const organisationColumns = [
  'id',
  'key',
  'name',
  'aliases',
  'seat',
  'founded',
  'url',
  'about',
  'areas',
  'people',
] as const;

export function readOrganisations(db: Db) {
  return db.selectFrom('organisation').select(organisationColumns).orderBy('key').execute();
}

export function readOrganisation(db: Db, key: string) {
  return db.selectFrom('organisation').select(organisationColumns).where('key', '=', key).executeTakeFirst();
}

export function readDonors(db: Db) {
  return db
    .selectFrom('donor')
    .select(['id', 'key', 'name', 'url', 'through', 'note'])
    .orderBy('key')
    .execute();
}

export function readProgrammes(db: Db) {
  return db
    .selectFrom('grant_programme')
    .select(['id', 'key', 'donor_id as donorId', 'name', 'starts', 'ends', 'note'])
    .orderBy('starts')
    .orderBy('key')
    .execute();
}
