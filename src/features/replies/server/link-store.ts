import type { Db, Tx } from '#server/database/db.ts';

/** The links that were made for a request, the newest first. */
export function readLinks(db: Db, requestId: string) {
  return db
    .selectFrom('reply_link')
    .select([
      'id',
      'email',
      'made_at as madeAt',
      'expires_at as expiresAt',
      'revoked_at as revokedAt',
      'first_opened_at as firstOpenedAt',
    ])
    .where('request_id', '=', requestId)
    .orderBy('made_at', 'desc')
    .orderBy('id')
    .execute();
}

export function readLink(db: Db, sha256: string) {
  return db
    .selectFrom('reply_link as link')
    .innerJoin('reply_request as request', 'request.id', 'link.request_id')
    .select([
      'link.id',
      'request.assessment_id as assessmentId',
      'link.expires_at as expiresAt',
      'link.revoked_at as revokedAt',
      'link.first_opened_at as firstOpenedAt',
    ])
    .where('link.secret_sha256', '=', sha256)
    .executeTakeFirst();
}

/** Whether a link was neither revoked nor is over. */
export async function linkWorks(db: Db, id: string, now: Date): Promise<boolean> {
  const found = await db
    .selectFrom('reply_link')
    .select('id')
    .where('id', '=', id)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return found !== undefined;
}

export async function insertLink(
  tx: Tx,
  link: { id: string; requestId: string; sha256: string; email: string; madeAt: Date; expiresAt: Date },
): Promise<void> {
  const { id, requestId, sha256, email, madeAt, expiresAt } = link;
  await tx
    .insertInto('reply_link')
    .values({
      id,
      request_id: requestId,
      secret_sha256: sha256,
      email,
      made_at: madeAt,
      expires_at: expiresAt,
    })
    .execute();
}

/** Ends every link of a request that still works. @returns how many that were */
export async function revokeLinks(tx: Tx, requestId: string, now: Date): Promise<number> {
  const ended = await tx
    .updateTable('reply_link')
    .set({ revoked_at: now })
    .where('request_id', '=', requestId)
    .where('revoked_at', 'is', null)
    .returning('id')
    .execute();
  return ended.length;
}

/** The link that was not revoked lasts as long as the reply can be given. */
export async function moveExpiry(tx: Tx, requestId: string, expiresAt: Date): Promise<void> {
  await tx
    .updateTable('reply_link')
    .set({ expires_at: expiresAt })
    .where('request_id', '=', requestId)
    .where('revoked_at', 'is', null)
    .execute();
}

export async function noteOpened(db: Db, id: string, now: Date): Promise<void> {
  await db
    .updateTable('reply_link')
    .set({ first_opened_at: now })
    .where('id', '=', id)
    .where('first_opened_at', 'is', null)
    .execute();
}
