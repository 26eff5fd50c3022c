import type { Actor } from '#features/accounts/actor.ts';
import { citeWork, noteRecordChange } from '#features/opendata/server/record-change.ts';
import type { Outcome } from '#forms/form.ts';
import { pickText } from '#i18n/languages.ts';
import type { App } from '#server/app.ts';
import { recordAudit } from '#server/audit/audit.ts';
import { inTransaction } from '#server/database/db.ts';
import { idOf } from '#server/datapackage/ids.ts';
import { closeCopy } from '#server/files/open-copies.ts';
import { titleOf } from '../session.ts';
import { accountOf, sessionToPublish } from './access.ts';
import { done, refused } from './outcomes.ts';
import { todayOf } from './sessions.ts';
import { holdSession } from './sessions-store.ts';
import { findPublishedPhoto } from './withdrawn-store.ts';

/**
 * Takes a published photograph from the public because someone who can be recognised no longer agrees: from here on its
 * copy is sealed. That there was one, and when it was taken back, stays in the record. Once: a second time changes nothing.
 */
export async function withdrawPhoto(
  app: App,
  actor: Actor,
  sessionId: string,
  photoId: string,
  requestId?: string,
): Promise<Outcome<null>> {
  const account = accountOf(actor);
  const session = await sessionToPublish(app.db, actor, sessionId);
  return inTransaction(app.db, async (tx) => {
    const held = await holdSession(tx, sessionId);
    const photo = await findPublishedPhoto(tx, sessionId, photoId);
    if (!photo) return refused('photo', 'listening.photo.not-public');
    if (photo.withdrawnOn !== null) return done(null);
    const key = `${photo.key}/withdrawal`;
    const id = idOf('photo_withdrawal', key);
    const today = todayOf(app);
    await tx
      .insertInto('photo_withdrawal')
      .values({ id, key, photo_id: photo.id, withdrawn_on: today })
      .execute();
    await closeCopy(tx, photo.sha256);
    await tx
      .updateTable('listening_photo')
      .set({ consent: 'not-given' })
      .where('id', '=', photoId)
      .where('session_id', '=', sessionId)
      .execute();
    await citeWork(
      tx,
      {
        key: `work/${session.eventKey ?? photo.key}`,
        title: titleOf(session.kind, session.unitName ?? session.municipalityName).sq,
        publisher: pickText(session.organisationName, 'sq'),
        publishedOn: today,
      },
      [{ id, kind: 'photo_withdrawal' }],
    );
    await recordAudit(tx, {
      actor: account,
      action: 'withdraw-photo',
      subject: { kind: 'listening-session', id: sessionId },
      municipalityId: held.municipalityId,
      before: { photo: photo.key, consent: photo.consent },
      after: { photo: photo.key, consent: 'not-given' },
      ...(requestId ? { requestId } : {}),
    });
    await noteRecordChange(tx, { tables: ['photo_withdrawal'], municipalityIds: [held.municipalityId] });
    return done(null);
  });
}
