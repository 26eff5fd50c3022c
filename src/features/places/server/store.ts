import type { Db } from '#server/database/db.ts';

function selectMunicipality(db: Db) {
  return db
    .selectFrom('municipality')
    .innerJoin('county', 'county.id', 'municipality.county_id')
    .select([
      'municipality.id',
      'municipality.key',
      'municipality.name',
      'municipality.aliases',
      'municipality.seat',
      'municipality.longitude',
      'municipality.latitude',
      'county.key as countyKey',
      'county.name as countyName',
    ]);
}

export function readMunicipalities(db: Db) {
  return selectMunicipality(db).orderBy('municipality.key').execute();
}

export function readMunicipality(db: Db, key: string) {
  return selectMunicipality(db)
    .select([
      'municipality.code',
      'municipality.lau_code as lauCode',
      'municipality.area_km2 as areaKm2',
      'municipality.voters',
      'municipality.voters_year as votersYear',
    ])
    .where('municipality.key', '=', key)
    .executeTakeFirst();
}

export function readCounties(db: Db) {
  return db.selectFrom('county').select(['key', 'name']).orderBy('key').execute();
}

/** Every census count of the municipalities, or of one. */
export function readPopulations(db: Db, municipalityId?: string) {
  return db
    .selectFrom('population')
    .select(['municipality_id as municipalityId', 'year', 'people'])
    .where('municipality_id', 'is not', null)
    .$if(municipalityId !== undefined, (query) => query.where('municipality_id', '=', municipalityId ?? ''))
    .orderBy('year')
    .execute();
}

export function readUnits(db: Db, municipalityId: string) {
  return db
    .selectFrom('administrative_unit as unit')
    .leftJoinLateral(
      (eb) =>
        eb
          .selectFrom('population')
          .select(['year', 'people'])
          .whereRef('population.unit_id', '=', 'unit.id')
          .orderBy('year', 'desc')
          .limit(1)
          .as('counted'),
      (join) => join.onTrue(),
    )
    .select([
      'unit.id',
      'unit.key',
      'unit.name',
      'unit.aliases',
      'unit.voters',
      'unit.voters_year as votersYear',
      'counted.year',
      'counted.people',
    ])
    .where('unit.municipality_id', '=', municipalityId)
    .orderBy('unit.key')
    .execute();
}
