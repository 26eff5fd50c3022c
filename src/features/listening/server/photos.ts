import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Actor } from '#features/accounts/actor.ts';
import { choice, optionalText, text } from '#forms/fields.ts';
import { mostBytes } from '#forms/file-limits.ts';
import type { Outcome } from '#forms/form.ts';
import type { App } from '#server/app.ts';
import { recordAudit } from '#server/audit/audit.ts';
import { inTransaction } from '#server/database/db.ts';
import { recordFile } from '#server/files/record-file.ts';
import type { Bytes } from '#server/files/file-store.ts';
import { takeIn } from '#server/files/take-in.ts';
import { consents } from '../photo.ts';
import { accountOf, sessionToRecord } from './access.ts';
import { done, refused } from './outcomes.ts';
import { mostPhotos, readPhotos } from './photos-store.ts';
import { holdSession } from './sessions-store.ts';

const rules = { accept: ['image/jpeg', 'image/png', 'image/webp'], mostBytes: mostBytes.photo };

export const newPhoto = z.object({
  altSq: text(300),
  altEn: optionalText(300),
  consent: choice(consents),
  consentNote: optionalText(300),
});

/** Takes a photograph in: the original is sealed, the copy drawn anew. The same picture sent twice is one. */
export async function addPhoto(
  app: App,
  actor: Actor,
  sessionId: string,
  photo: z.output<typeof newPhoto> & { bytes: Bytes },
  requestId?: string,
): Promise<Outcome<{ id: string }>> {
  const account = accountOf(actor);
  const session = await sessionToRecord(app.db, actor, sessionId);
  if (session.state === 'published' || session.state === 'cancelled') {
    return refused('photo', 'listening.fault.closed');
  }
  const taken = await takeIn(app, photo.bytes, rules);
  if ('refused' in taken) return refused('photo', `listening.photo.${taken.refused}`);
  return inTransaction(app.db, async (tx) => {
    const held = await holdSession(tx, sessionId);
    if (held.state === 'published' || held.state === 'cancelled')
      return refused('photo', 'listening.fault.closed');
    const photos = await readPhotos(tx, sessionId);
    if (photos.length >= mostPhotos)
      return refused('photo', 'listening.photo.too-many', { most: mostPhotos });
    const { original, publicCopy: copy } = taken;
    if (copy === undefined) return refused('photo', 'listening.photo.broken-image');
    // Both are sealed: which copies the public may have is decided when the session is published.
    await recordFile(tx, { original, publicCopy: undefined });
    await recordFile(tx, { original: copy, publicCopy: undefined });
    const same = photos.find(({ copySha256 }) => copySha256 === copy.sha256);
    if (same) return done({ id: same.id });
    const id = randomUUID();
    await tx
      .insertInto('listening_photo')
      .values({
        id,
        session_id: sessionId,
        position: (photos.at(-1)?.position ?? 0) + 1,
        original_sha256: original.sha256,
        copy_sha256: copy.sha256,
        alt_sq: photo.altSq,
        alt_en: photo.altEn,
        consent: photo.consent,
        consent_note: photo.consentNote,
        created_by: account,
      })
      .execute();
    await recordAudit(tx, {
      actor: account,
      action: 'add-photo',
      subject: { kind: 'listening-session', id: sessionId },
      municipalityId: held.municipalityId,
      after: { photo: id, sha256: original.sha256, consent: photo.consent },
      ...(requestId ? { requestId } : {}),
    });
    return done({ id });
  });
}

/** Takes a photograph away from a session that is not published. The sealed original stays on the disk. */
export async function removePhoto(
  app: App,
  actor: Actor,
  sessionId: string,
  photoId: string,
  requestId?: string,
): Promise<Outcome<null>> {
  const account = accountOf(actor);
  await sessionToRecord(app.db, actor, sessionId);
  return inTransaction(app.db, async (tx) => {
    const held = await holdSession(tx, sessionId);
    if (held.state === 'published') return refused('photo', 'listening.fault.closed');
    const gone = await tx
      .deleteFrom('listening_photo')
      .where('session_id', '=', sessionId)
      .where('id', '=', photoId)
      .returning('id')
      .executeTakeFirst();
    if (gone) {
      await recordAudit(tx, {
        actor: account,
        action: 'remove-photo',
        subject: { kind: 'listening-session', id: sessionId },
        municipalityId: held.municipalityId,
        before: { photo: photoId },
        ...(requestId ? { requestId } : {}),
      });
    }
    return done(null);
  });
}
