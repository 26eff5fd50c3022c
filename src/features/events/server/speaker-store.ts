import { sql, type Updateable } from 'kysely';
import type { Db, Tx } from '#server/database/db.ts';
import type { DB } from '#server/database/types.ts';

export function readLink(db: Db, sha256: string) {
  return db
    .selectFrom('event_speaker_link as link')
    .innerJoin('event_plan_person as speaker', 'speaker.id', 'link.speaker_id')
    .select([
      'link.id',
      'link.speaker_id as speakerId',
      'speaker.plan_id as planId',
      'link.expires_at as expiresAt',
      'link.revoked_at as revokedAt',
    ])
    .where('link.secret_sha256', '=', sha256)
    .executeTakeFirst();
}

/** Makes a link; those before it no longer work. */
export async function replaceLink(
  tx: Tx,
  link: { id: string; speakerId: string; sha256: string; email: string; madeAt: Date; expiresAt: Date },
): Promise<void> {
  const { id, speakerId, sha256, email, madeAt, expiresAt } = link;
  await tx
    .updateTable('event_speaker_link')
    .set({ revoked_at: madeAt })
    .where('speaker_id', '=', speakerId)
    .where('revoked_at', 'is', null)
    .execute();
  await tx
    .insertInto('event_speaker_link')
    .values({
      id,
      speaker_id: speakerId,
      secret_sha256: sha256,
      email,
      made_at: madeAt,
      expires_at: expiresAt,
    })
    .execute();
}

/** @returns whether it was still the version that the person began from */
export async function updateSpeaker(
  tx: Tx,
  id: string,
  base: number,
  columns: Updateable<DB['event_plan_person']>,
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('event_plan_person')
    .set((eb) => ({ ...columns, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', base)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Addresses are kept no longer than the links were good for, and a month. */
export async function forgetLinks(db: Db, now: Date): Promise<void> {
  await db
    .deleteFrom('event_speaker_link')
    .where('expires_at', '<', sql<Date>`${now}::timestamptz - interval '30 days'`)
    .execute();
}
