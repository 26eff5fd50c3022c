import type { Insertable } from 'kysely';
import { versionOf } from '#features/events/server/event-now.ts';
import type { Db, Tx } from '#server/database/db.ts';
import type { DB } from '#server/database/types.ts';

/** Where the recording of an event is; one that stands there stays. */
export async function setRecording(
  tx: Tx,
  { eventId, version }: { eventId: string; version: number },
  url: string,
): Promise<void> {
  const own = { recording_url: url };
  if (version === 1) {
    const first = tx.updateTable('event').set(own).where('id', '=', eventId);
    await first.where('recording_url', 'is', null).execute();
    return;
  }
  const later = tx.updateTable('event_correction').set(own).where('event_id', '=', eventId);
  await later.where('version', '=', version).where('recording_url', 'is', null).execute();
}

/** @returns false where such a text of the event is public already */
export async function addText(tx: Tx, row: Insertable<DB['event_text']>): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await tx
    .insertInto('event_text')
    .values(row)
    .onConflict((conflict) => conflict.columns(['event_id', 'version', 'kind']).doNothing())
    .executeTakeFirst();
  return numInsertedOrUpdatedRows === 1n;
}

export async function lastConclusion(db: Db, eventId: string): Promise<number> {
  const row = await db
    .selectFrom('conclusion')
    .select('position')
    .where('event_id', '=', eventId)
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.position ?? 0;
}

export async function lastPhoto(db: Db, eventId: string): Promise<number> {
  const row = await db
    .selectFrom('event_photo')
    .select('position')
    .where('event_id', '=', eventId)
    .orderBy('position', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.position ?? 0;
}

export async function countDocuments(db: Db, eventId: string): Promise<number> {
  const { n } = await db
    .selectFrom('event_document')
    .select((eb) => eb.fn.countAll<number>().as('n'))
    .where('event_id', '=', eventId)
    .executeTakeFirstOrThrow();
  return n;
}

/** The kinds of texts of an event that are public. */
export async function readPublishedTexts(db: Db, eventId: string): Promise<string[]> {
  const rows = await db
    .selectFrom('event_text')
    .select('kind')
    .where('event_id', '=', eventId)
    .where('version', '=', await versionOf(db, eventId))
    .execute();
  return rows.map(({ kind }) => kind);
}
