import { pickText } from '#i18n/languages.ts';
import type { Actor } from '#features/accounts/actor.ts';
import { citeWork, noteRecordChange } from '#features/opendata/server/record-change.ts';
import type { Outcome } from '#forms/form.ts';
import type { App } from '#server/app.ts';
import { recordAudit } from '#server/audit/audit.ts';
import { inTransaction, type Tx } from '#server/database/db.ts';
import { freeKey, hindranceOf } from '../publication.ts';
import { titleOf } from '../session.ts';
import { accountOf, sessionToPublish, type Session } from './access.ts';
import { readAttendance } from './attendance-store.ts';
import { readNeedCounts, readVoicedNeeds } from './needs-store.ts';
import { done, refused } from './outcomes.ts';
import { readPhotos } from './photos-store.ts';
import * as record from './record-store.ts';
import { holdSession } from './sessions-store.ts';
import { todayOf } from './sessions.ts';

/**
 * Copies a session into the public record: the event with who came, the needs that were accepted, the photographs that
 * may be shown. Once: a session that is published already stays as it is.
 * @param version of the session that the editor saw
 */
export async function publishSession(
  app: App,
  actor: Actor,
  id: string,
  version: number,
  requestId?: string,
): Promise<Outcome<{ eventKey: string }>> {
  const account = accountOf(actor);
  await sessionToPublish(app.db, actor, id);
  return inTransaction(app.db, async (tx) => {
    const held = await holdSession(tx, id);
    const session = await sessionToPublish(tx, actor, id);
    if (session.eventKey !== null) return done({ eventKey: session.eventKey });
    const needs = await readNeedCounts(tx, held.municipalityId, id);
    const hindrance = hindranceOf(held.state, needs);
    if (hindrance) return refused('publish', `listening.hindrance.${hindrance}`);
    // Nothing was typed: the page shows what stands now, to be looked at before it is published.
    if (held.version !== version) return { kind: 'conflict', theirs: {}, theirVersion: held.version };
    const eventKey = await publish(tx, session, todayOf(app));
    await recordAudit(tx, {
      actor: account,
      action: 'publish',
      subject: { kind: 'listening-session', id },
      municipalityId: held.municipalityId,
      before: { state: 'held' },
      after: { state: 'published', event: eventKey, needs: needs.accepted, withheld: needs.withheld },
      ...(requestId ? { requestId } : {}),
    });
    await noteRecordChange(tx, {
      tables: ['event', 'event_attendance', 'event_photo', 'need'],
      municipalityIds: [held.municipalityId],
    });
    return done({ eventKey });
  });
}

async function publish(tx: Tx, session: Session, today: string): Promise<string> {
  const name = `${session.municipalityKey}-listening-${session.heldOn}`;
  const eventKey = freeKey(name, await record.holdEventKeys(tx, session.municipalityId, name));
  const title = titleOf(session.kind, session.unitName ?? session.municipalityName);
  const [attendance, photos, needs] = [
    await readAttendance(tx, session.id),
    await readPhotos(tx, session.id),
    await readVoicedNeeds(tx, session.municipalityId, session.id),
  ];
  const rows = [
    { id: await record.addEvent(tx, session, eventKey, title), kind: 'event' },
    ...(await record.addAttendance(tx, eventKey, attendance)),
    ...(await record.addPhotos(tx, eventKey, photos)),
    ...(await record.addPublicNeeds(tx, session, eventKey, needs)),
  ];
  await citeWork(
    tx,
    {
      key: `work/${eventKey}`,
      title: title.sq,
      publisher: pickText(session.organisationName, 'sq'),
      publishedOn: today,
    },
    rows,
  );
  await record.markPublished(tx, session.id, eventKey);
  return eventKey;
}
