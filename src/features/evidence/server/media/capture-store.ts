import { sql } from 'kysely';
import type { Db, Tx } from '#server/database/db.ts';

export interface ItemKey {
  municipalityId: string;
  itemId: string;
}

/** An item that leads to a page of which no copy is kept yet. */
export function readUncaptured(db: Db, { municipalityId, itemId }: ItemKey) {
  return db
    .selectFrom('evidence_item')
    .select(['url', 'assessment_id as assessmentId', 'visibility'])
    .where('municipality_id', '=', municipalityId)
    .where('id', '=', itemId)
    .where('kind', '=', 'link')
    .where('url', '<>', '')
    .where('withdrawn_reason', '=', '')
    .where(sql<boolean>`details->'capture' IS NOT DISTINCT FROM 'null'::jsonb OR NOT details ? 'capture'`)
    .executeTakeFirst();
}

/** Notes the copy with its item. @returns false where the item leads elsewhere meanwhile, or has a copy */
export async function writeCapture(
  tx: Tx,
  { municipalityId, itemId }: ItemKey,
  url: string,
  capture: { title: string; at: string; sha256: string; name: string },
): Promise<boolean> {
  const { name, ...told } = capture;
  const noted = await sql`
    UPDATE evidence_item SET details = details || ${JSON.stringify({ capture: told })}::jsonb
    WHERE municipality_id = ${municipalityId} AND id = ${itemId} AND url = ${url}
      AND (details->'capture' IS NOT DISTINCT FROM 'null'::jsonb OR NOT details ? 'capture')`.execute(tx);
  if (noted.numAffectedRows === 0n) return false;
  await sql`
    INSERT INTO evidence_file (municipality_id, item_id, position, original_sha256, name)
    SELECT ${municipalityId}, ${itemId}, coalesce(max(position), 0) + 1, ${capture.sha256}, ${name}
    FROM evidence_file WHERE municipality_id = ${municipalityId} AND item_id = ${itemId}`.execute(tx);
  return true;
}
