import { sql } from 'kysely';
import type { Db } from '#server/database/db.ts';

const inNetwork = sql<boolean>`EXISTS (
  SELECT FROM membership WHERE municipality_id = municipality.id AND until IS NULL)`;

/** Municipalities as a map needs them. */
export function readMapMunicipalities(db: Db, limit: number) {
  return db
    .selectFrom('municipality')
    .select(['id', 'key', 'name', 'longitude', 'latitude', inNetwork.as('inNetwork')])
    .orderBy('key')
    .limit(limit)
    .execute();
}

/** Counties that have municipalities, each in the middle of them. */
export function readMapCounties(db: Db) {
  return db
    .selectFrom('county')
    .innerJoin('municipality', 'municipality.county_id', 'county.id')
    .select(({ fn }) => [
      'county.key',
      'county.name',
      fn.avg<number>('municipality.longitude').as('longitude'),
      fn.avg<number>('municipality.latitude').as('latitude'),
      sql<boolean>`bool_or(${inNetwork})`.as('inNetwork'),
    ])
    .groupBy(['county.key', 'county.name'])
    .orderBy('county.key')
    .execute();
}
