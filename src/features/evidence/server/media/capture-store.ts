import { sql } from 'kysely';
import type { Db, Tx } from '#server/database/db.ts';
import { mostTries, type CaptureFault } from '../../media/capture.ts';

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
    .where(sql<boolean>`(details->'capture' IS NOT DISTINCT FROM 'null'::jsonb OR NOT details ? 'capture')`)
    .executeTakeFirst();
}

/** How far the copy of an item's page is; undefined where none was asked for, or of another address. */
export function readCapture(db: Db, { municipalityId, itemId }: ItemKey, url: string) {
  return db
    .selectFrom('evidence_capture')
    .select(['state', 'why', 'tries', 'tried_at as triedAt'])
    .where('municipality_id', '=', municipalityId)
    .where('item_id', '=', itemId)
    .where('url', '=', url)
    .executeTakeFirst();
}

/** Notes that a copy is asked for. @returns how often that was, this time included */
export async function askCapture(
  tx: Tx,
  { municipalityId, itemId }: ItemKey,
  url: string,
  askedAt: Date,
): Promise<number> {
  const begun = { url, state: 'waiting', why: '', tries: 0, asked_at: askedAt, tried_at: null } as const;
  const { asked } = await tx
    .insertInto('evidence_capture')
    .values({ municipality_id: municipalityId, item_id: itemId, ...begun })
    .onConflict((conflict) =>
      conflict
        .columns(['municipality_id', 'item_id'])
        .doUpdateSet((eb) => ({ ...begun, asked: eb('evidence_capture.asked', '+', 1) })),
    )
    .returning('asked')
    .executeTakeFirstOrThrow();
  return asked;
}

/** Notes a try that came to nothing; after the last one of a site that is away, nobody waits for it any more. */
export async function noteFailure(
  db: Db,
  { municipalityId, itemId }: ItemKey,
  { url, why, isFinal, at }: { url: string; why: CaptureFault; isFinal: boolean; at: Date },
): Promise<void> {
  await db
    .updateTable('evidence_capture')
    .set({
      why,
      tries: sql`least(tries + 1, 1000)`,
      tried_at: at,
      state: isFinal ? 'failed' : sql`CASE WHEN tries + 1 >= ${mostTries} THEN 'failed' ELSE 'waiting' END`,
    })
    .where('municipality_id', '=', municipalityId)
    .where('item_id', '=', itemId)
    .where('url', '=', url)
    .where('state', '<>', 'kept')
    .execute();
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
  await tx
    .updateTable('evidence_capture')
    .set({ state: 'kept', why: '', tried_at: new Date(told.at) })
    .where('municipality_id', '=', municipalityId)
    .where('item_id', '=', itemId)
    .where('url', '=', url)
    .execute();
  return true;
}
