import type { Db, Tx } from '#server/database/db.ts';
import type { BlurRegion } from '../../media/blur.ts';

export interface FileKey {
  municipalityId: string;
  itemId: string;
  position: number;
}

/** What is blurred in the copy of a picture. */
export function readBlur(db: Db, { municipalityId, itemId, position }: FileKey): Promise<BlurRegion[]> {
  return db
    .selectFrom('evidence_blur')
    .select(['x', 'y', 'width', 'height'])
    .where('municipality_id', '=', municipalityId)
    .where('item_id', '=', itemId)
    .where('position', '=', position)
    .orderBy('region')
    .execute();
}

export async function writeBlur(
  tx: Tx,
  { municipalityId, itemId, position }: FileKey,
  regions: readonly BlurRegion[],
): Promise<void> {
  await tx
    .deleteFrom('evidence_blur')
    .where('municipality_id', '=', municipalityId)
    .where('item_id', '=', itemId)
    .where('position', '=', position)
    .execute();
  if (regions.length === 0) return;
  await tx
    .insertInto('evidence_blur')
    .values(
      regions.map((region, index) => ({
        municipality_id: municipalityId,
        item_id: itemId,
        position,
        region: index + 1,
        ...region,
      })),
    )
    .execute();
}

export async function writeCopy(
  tx: Tx,
  { municipalityId, itemId, position }: FileKey,
  sha256: string | null,
): Promise<void> {
  await tx
    .updateTable('evidence_file')
    .set({ copy_sha256: sha256 })
    .where('municipality_id', '=', municipalityId)
    .where('item_id', '=', itemId)
    .where('position', '=', position)
    .execute();
}
