import type { Tx } from '#server/database/db.ts';
import { insertRows } from '#server/database/insert-rows.ts';
import { idOf } from '#server/datapackage/ids.ts';
import { slugOf } from '#server/datapackage/slug.ts';
import type { TypedUnit } from '../typed-units.ts';

/** Puts administrative units of a municipality into the record, under keys that are free. @returns the units */
export async function insertUnits(
  tx: Tx,
  municipality: { id: string; key: string },
  units: readonly TypedUnit[],
): Promise<{ id: string; key: string }[]> {
  const there = await tx
    .selectFrom('administrative_unit')
    .select('key')
    .where('key', 'like', `${municipality.key}-%`)
    .execute();
  const taken = new Set(there.map(({ key }) => key));
  const rows = units.map(({ name, longitude, latitude }, index) => {
    const base = `${municipality.key}-${slugOf(name) || index + 1}`;
    let key = base;
    for (let number = 2; taken.has(key); number += 1) key = `${base}-${number}`;
    taken.add(key);
    const id = idOf('administrative_unit', key);
    return { id, key, municipality_id: municipality.id, name, longitude, latitude };
  });
  await insertRows(tx, 'administrative_unit', rows);
  return rows.map(({ id, key }) => ({ id, key }));
}
