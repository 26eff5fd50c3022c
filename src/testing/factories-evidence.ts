import { createHash, randomUUID } from 'node:crypto';
import type { Insertable } from 'kysely';
import type { Db } from '#server/database/db.ts';
import type { DB } from '#server/database/types.ts';
import type { Monitoring } from './factories-monitoring.ts';

type Item = Partial<Insertable<DB['evidence_item']>> & {
  /** Of the municipality's components; the first, where nothing is said. */
  components?: readonly number[];
  /** Accounts that see a private item beside its author. */
  readers?: readonly string[];
};

/** Evidence of a monitored municipality: observations by its monitor, open to review. */
export async function addEvidenceItems(db: Db, at: Monitoring, given: readonly Item[]) {
  const items = given.map(({ components: _, readers: __, ...one }, index) => ({
    id: randomUUID(),
    municipality_id: at.municipality.id,
    assessment_id: at.assessment.id,
    kind: 'observation' as const,
    class: 'E2' as const,
    stance: 'supports' as const,
    dated: `2028-03-${String(index + 1).padStart(2, '0')}`,
    shows: JSON.stringify({ sq: 'Rruga është shtruar', en: 'The road is paved' }),
    details: JSON.stringify({ place: 'Lagjja 3', latitude: null, longitude: null, accuracy: null, at: null }),
    created_by: at.monitor.id,
    ...one,
  }));
  await db.insertInto('evidence_item').values(items).execute();
  const of = { municipality_id: at.municipality.id };
  const bearsOn = given.flatMap(({ components = [0] }, index) =>
    components.map((position) => ({
      ...of,
      item_id: items[index]?.id ?? '',
      component_id: at.components[position]?.id ?? '',
    })),
  );
  await db.insertInto('evidence_item_component').values(bearsOn).execute();
  const readers = given.flatMap(({ readers: accounts = [] }, index) =>
    accounts.map((account_id) => ({ ...of, item_id: items[index]?.id ?? '', account_id })),
  );
  if (readers.length > 0) await db.insertInto('evidence_reader').values(readers).execute();
  return items;
}

/** A file of an item, as known to the database: its bytes are nowhere. @returns its SHA-256 */
export async function addEvidenceFile(
  db: Db,
  item: { municipality_id: string; id: string },
  given: { name: string; original?: string; hasCopy?: boolean },
): Promise<{ original: string; copy: string | null }> {
  const hash = (text: string) => createHash('sha256').update(text).digest('hex');
  const original = given.original ?? hash(given.name);
  const copy = given.hasCopy === false ? null : hash(`copy of ${given.name}`);
  await db
    .insertInto('file')
    .values(
      [original, ...(copy ? [copy] : [])].map((sha256) => ({
        sha256,
        media_type: 'image/jpeg',
        size_bytes: 9,
      })),
    )
    .onConflict((on) => on.doNothing())
    .execute();
  const { municipality_id, id: item_id } = item;
  const { count } = await db
    .selectFrom('evidence_file')
    .select(({ fn }) => fn.countAll<number>().as('count'))
    .where('municipality_id', '=', municipality_id)
    .where('item_id', '=', item_id)
    .executeTakeFirstOrThrow();
  await db
    .insertInto('evidence_file')
    .values({
      municipality_id,
      item_id,
      position: count + 1,
      original_sha256: original,
      copy_sha256: copy,
      name: given.name,
      alt: JSON.stringify({ sq: given.name }),
    })
    .execute();
  return { original, copy };
}
