import { keyOfVersion } from '#features/events/server/edition.ts';
import { jsonOrNull } from '../localised.ts';
import type { App } from '#server/app.ts';
import type { Tx } from '#server/database/db.ts';
import { idOf } from '#server/datapackage/ids.ts';
import { openCopies } from '#server/files/open-copies.ts';
import { makePapers } from './papers-job.ts';
import { readPlanConclusions, readPlanPhotos } from './plan-store.ts';
import * as record from './record-store.ts';

export interface PublishedEvent {
  planId: string;
  /** Of the event in the record, which must be there already. */
  eventId: string;
  eventKey: string;
  /** The version of the event to which its texts belong. */
  version: number;
}

/** Rows that were added to the record: their publisher cites them, and notes the change of their tables. */
export interface AddedRows {
  rows: { id: string; kind: string }[];
  tables: string[];
}

/**
 * Copies what was written after a gathering into the record: minutes and press release, the recording's address, conclusions with
 * who follows them up, photographs that may be shown. What is there already stays; what is new is added. Press release, report and
 * minutes are typeset once the transaction has ended, from the record alone.
 */
export async function publishAfter(
  tx: Tx,
  app: Pick<App, 'jobs'>,
  event: PublishedEvent,
): Promise<AddedRows> {
  const rows = [
    ...(await addTexts(tx, event)),
    ...(await addConclusions(tx, event)),
    ...(await addPhotos(tx, event)),
  ];
  const { eventId, version } = event;
  const edition = await record.countDocuments(tx, eventId);
  await app.jobs.enqueue(
    tx,
    makePapers,
    { eventId },
    { key: `${eventId}:${version}:${edition}:${rows.length}` },
  );
  return { rows, tables: [...new Set(rows.map(({ kind }) => kind))] };
}

async function addTexts(
  tx: Tx,
  { planId, eventId, eventKey, version }: PublishedEvent,
): Promise<AddedRows['rows']> {
  const plan = await tx
    .selectFrom('event_plan')
    .select(['minutes', 'press_release', 'recording_url'])
    .where('id', '=', planId)
    .executeTakeFirstOrThrow();
  if (plan.recording_url !== '') await record.setRecording(tx, { eventId, version }, plan.recording_url);
  const texts = [
    { kind: 'minutes', content: jsonOrNull(plan.minutes) },
    { kind: 'press-release', content: jsonOrNull(plan.press_release) },
  ] as const;
  const added: AddedRows['rows'] = [];
  for (const { kind, content } of texts) {
    if (content === null) continue;
    const key = `${keyOfVersion(eventKey, version)}/${kind}`;
    const row = { id: idOf('event_text', key), key, event_id: eventId, version, kind, content };
    if (await record.addText(tx, row)) added.push({ id: row.id, kind: 'event_text' });
  }
  return added;
}

async function addConclusions(
  tx: Tx,
  { planId, eventId, eventKey }: PublishedEvent,
): Promise<AddedRows['rows']> {
  const written = (await readPlanConclusions(tx, planId)).filter(({ conclusionId }) => conclusionId === null);
  let position = await record.lastConclusion(tx, eventId);
  const added: AddedRows['rows'] = [];
  for (const one of written) {
    position += 1;
    const key = `${eventKey}/${position}`;
    const id = idOf('conclusion', key);
    await tx
      .insertInto('conclusion')
      .values({
        id,
        key,
        event_id: eventId,
        position,
        statement: JSON.stringify(one.statement),
        followed_up_by: jsonOrNull(one.followedUpBy),
        due_on: one.dueOn,
      })
      .execute();
    added.push({ id, kind: 'conclusion' });
    if (one.organisationId !== null && one.organisationKey !== null) {
      const followed = `${key}/${one.organisationKey}`;
      const follower = idOf('conclusion_follower', followed);
      await tx
        .insertInto('conclusion_follower')
        .values({
          id: follower,
          key: followed,
          conclusion_id: id,
          organisation_id: one.organisationId,
        })
        .execute();
      added.push({ id: follower, kind: 'conclusion_follower' });
    }
    await tx
      .updateTable('event_plan_conclusion')
      .set({ conclusion_id: id })
      .where('id', '=', one.id)
      .execute();
  }
  return added;
}

async function addPhotos(tx: Tx, { planId, eventId, eventKey }: PublishedEvent): Promise<AddedRows['rows']> {
  const shown = (await readPlanPhotos(tx, planId)).filter(
    ({ photoId, consent }) => photoId === null && consent !== 'not-given',
  );
  const copies = await openCopies(tx, shown);
  let position = await record.lastPhoto(tx, eventId);
  const added: AddedRows['rows'] = [];
  for (const photo of shown) {
    position += 1;
    const key = `${eventKey}/photo-${position}`;
    const id = idOf('event_photo', key);
    await tx
      .insertInto('event_photo')
      .values({
        id,
        key,
        event_id: eventId,
        position,
        copy_sha256: copies.get(photo.originalSha256) ?? photo.copySha256,
        alt: JSON.stringify(photo.alt),
        credit: photo.credit === '' ? null : photo.credit,
      })
      .execute();
    await tx.updateTable('event_plan_photo').set({ photo_id: id }).where('id', '=', photo.id).execute();
    added.push({ id, kind: 'event_photo' });
  }
  return added;
}
