import type { Db } from '#server/database/db.ts';
import { idOf } from '#server/datapackage/ids.ts';

/** A public experience of a municipality, told in parts. */
export async function addExperience(db: Db, municipalityId: string, key: string, organisationId?: string) {
  const id = idOf('experience', key);
  const text = (sq: string, en: string) => JSON.stringify({ sq, en });
  await db
    .insertInto('experience')
    .values({
      id,
      key,
      municipality_id: municipalityId,
      organisation_id: organisationId ?? null,
      published_on: '2026-01-15',
      title: text('Ditari i ujit', 'The water diary'),
      summary: text('Dhjetë familje, dy javë.', 'Ten households, two weeks.'),
      problem: text('Uji mungonte.', 'Water was missing.'),
      done: text('Familjet shënuan orët.', 'Households wrote the hours down.'),
      result: text('U ndreqën dy valvula.', 'Two valves were repaired.'),
      contact_name: 'Zyra e ujit',
    })
    .execute();
  return { id, key };
}
