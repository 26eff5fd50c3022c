import { insertUnits } from '#features/places/server/insert-units.ts';
import { readUnits, type TypedUnit } from '#features/places/typed-units.ts';
import type { FieldFault } from '#forms/form.ts';
import type { Db, Tx } from '#server/database/db.ts';
import { idOf } from '#server/datapackage/ids.ts';
import { slugOf } from '#server/datapackage/slug.ts';
import type { AcceptCommand } from '../schema.ts';

export function listCounties(db: Db) {
  return db.selectFrom('county').select(['id', 'name']).orderBy('name').execute();
}

/** A municipality that is to be, checked. */
interface NewPlace {
  name: string;
  county: { id: string } | { name: string };
  longitude: number;
  latitude: number;
  units: TypedUnit[];
}

/** What coordinators said of a new municipality, or what is missing of it. */
export async function newPlaceOf(
  tx: Tx,
  command: AcceptCommand,
): Promise<{ place: NewPlace } | { faults: FieldFault[] }> {
  const { municipalityName: name, county, newCounty, longitude, latitude } = command;
  const faults: FieldFault[] = [];
  const miss = (field: string) => faults.push({ field, key: 'form.fault.missing' });
  if (name === '' || slugOf(name) === '') miss('municipalityName');
  const counties = county === null ? [] : (await listCounties(tx)).filter(({ id }) => id === county);
  if (county !== null && counties.length === 0) faults.push({ field: 'county', key: 'form.fault.choice' });
  if (county === null && slugOf(newCounty) === '') miss('county');
  if (longitude === null) miss('longitude');
  if (latitude === null) miss('latitude');
  const read = readUnits(command.units);
  if (read.kind === 'fault') {
    faults.push({ field: 'units', key: `joining.fault.units.${read.fault}`, values: { line: read.line } });
  }
  if (faults.length > 0 || longitude === null || latitude === null || read.kind === 'fault')
    return { faults };
  const units = read.units;
  return {
    place: {
      name,
      county: county === null ? { name: newCounty } : { id: county },
      longitude,
      latitude,
      units,
    },
  };
}

/** The key, or the same with the first number that makes it free. */
export async function freeKey(
  tx: Tx,
  table: 'county' | 'municipality' | 'organisation',
  name: string,
): Promise<string> {
  const base = slugOf(name).slice(0, 60).replace(/-$/, '');
  for (let number = 1; ; number += 1) {
    const key = number === 1 ? base : `${base}-${number}`;
    const taken = await tx.selectFrom(table).select('id').where('key', '=', key).executeTakeFirst();
    if (!taken) return key;
  }
}

interface Made {
  id: string;
  key: string;
  subjects: { id: string; kind: string }[];
}

/** Puts a municipality into the record with its county, where that is new too, and its administrative units. */
export async function insertPlace(tx: Tx, place: NewPlace): Promise<Made> {
  const subjects: Made['subjects'] = [];
  const countyId =
    'id' in place.county ? place.county.id : await insertCounty(tx, place.county.name, subjects);
  const key = await freeKey(tx, 'municipality', place.name);
  const id = idOf('municipality', key);
  const { name, longitude, latitude } = place;
  await tx
    .insertInto('municipality')
    .values({ id, key, county_id: countyId, name, longitude, latitude })
    .execute();
  subjects.push({ id, kind: 'municipality' });
  const units = await insertUnits(tx, { id, key }, place.units);
  subjects.push(...units.map((unit) => ({ id: unit.id, kind: 'administrative_unit' })));
  return { id, key, subjects };
}

async function insertCounty(tx: Tx, name: string, subjects: Made['subjects']): Promise<string> {
  const key = await freeKey(tx, 'county', name);
  const id = idOf('county', key);
  await tx
    .insertInto('county')
    .values({ id, key, name, full_name: JSON.stringify({ sq: name }) })
    .execute();
  subjects.push({ id, kind: 'county' });
  return id;
}
