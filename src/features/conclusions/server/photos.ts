import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Actor } from '#features/accounts/actor.ts';
import { citeWork, noteRecordChange } from '#features/opendata/server/record-change.ts';
import { mostBytes } from '#forms/file-limits.ts';
import type { Outcome } from '#forms/form.ts';
import { defaultLanguage, pickText } from '#i18n/languages.ts';
import type { App } from '#server/app.ts';
import { dayOf } from '#server/cache/day.ts';
import { inTransaction } from '#server/database/db.ts';
import { idOf } from '#server/datapackage/ids.ts';
import { DomainError, notFound } from '#server/errors.ts';
import type { Bytes } from '#server/files/file-store.ts';
import { closeCopy } from '#server/files/open-copies.ts';
import type { PublicFile } from '#server/files/read-public-file.ts';
import { recordFile } from '#server/files/record-file.ts';
import { takeIn } from '#server/files/take-in.ts';
import { localisedOf } from '../localised.ts';
import { mayPublishAfter } from '../policy.ts';
import type { PhotoCommand } from '../schema.ts';
import { auditAfter, done, holdToWrite, planToWrite, refused } from './access.ts';
import { readPlanPhotos } from './plan-store.ts';

const rules = { accept: ['image/jpeg', 'image/png', 'image/webp'], mostBytes: mostBytes.photo };
const mostPhotos = 40;

/** Takes a photograph in: original and copy stay sealed until it is published. The same picture sent twice is one. */
export async function addPhoto(
  app: App,
  actor: Actor,
  key: string,
  photo: PhotoCommand & { bytes: Bytes },
): Promise<Outcome<null>> {
  await planToWrite(app.db, actor, key);
  const taken = await takeIn(app, photo.bytes, rules);
  if ('refused' in taken) return refused('photo', `listening.photo.${taken.refused}`);
  const { original, publicCopy: copy } = taken;
  if (copy === undefined) return refused('photo', 'listening.photo.broken-image');
  return inTransaction(app.db, async (tx): Promise<Outcome<null>> => {
    const plan = await holdToWrite(tx, actor, key);
    const photos = await readPlanPhotos(tx, plan.id);
    if (photos.some(({ originalSha256 }) => originalSha256 === original.sha256)) return done(null);
    if (photos.length >= mostPhotos) return refused('photo', 'after.fault.many-photos', { most: mostPhotos });
    await recordFile(tx, { original, publicCopy: undefined });
    await recordFile(tx, { original: copy, publicCopy: undefined });
    const id = randomUUID();
    await tx
      .insertInto('event_plan_photo')
      .values({
        id,
        plan_id: plan.id,
        position: (photos.at(-1)?.position ?? 0) + 1,
        original_sha256: original.sha256,
        copy_sha256: copy.sha256,
        alt: JSON.stringify(localisedOf({ sq: photo.altSq, en: photo.altEn })),
        credit: photo.credit,
        consent: photo.consent,
        consent_note: photo.consentNote,
      })
      .execute();
    await auditAfter(tx, actor, plan, {
      action: 'add-photo',
      after: { photo: id, sha256: original.sha256, consent: photo.consent },
    });
    return done(null);
  });
}

/** Takes a photograph away that is not public. The sealed original stays on the disk. */
export function removePhoto(app: App, actor: Actor, key: string, photoId: string): Promise<Outcome<null>> {
  return inTransaction(app.db, async (tx) => {
    const plan = await holdToWrite(tx, actor, key);
    const photo = (await readPlanPhotos(tx, plan.id)).find(({ id }) => id === photoId);
    if (!photo) return done(null);
    if (photo.photoId !== null) throw new DomainError('conflict', 'a public photograph');
    await tx.deleteFrom('event_plan_photo').where('id', '=', photo.id).execute();
    await auditAfter(tx, actor, plan, { action: 'remove-photo', before: { photo: photo.id } });
    return done(null);
  });
}

/**
 * Takes a published photograph from the public because someone who can be recognised no longer agrees: from here on its copy is
 * sealed. That there was one, and when it was taken back, stays in the record.
 */
export function withdrawPhoto(app: App, actor: Actor, key: string, photoId: string): Promise<Outcome<null>> {
  return inTransaction(app.db, async (tx): Promise<Outcome<null>> => {
    const plan = await holdToWrite(tx, actor, key);
    if (!mayPublishAfter(actor, plan)) throw new DomainError('forbidden', 'does not publish here');
    const photo = (await readPlanPhotos(tx, plan.id)).find(({ id }) => id === photoId);
    const shown = photo?.photoId
      ? await tx
          .selectFrom('event_photo')
          .select(['id', 'key', 'copy_sha256 as sha256'])
          .where('id', '=', photo.photoId)
          .executeTakeFirst()
      : undefined;
    if (!photo || !shown) return refused('photo', 'listening.photo.not-public');
    if (photo.withdrawnOn !== null) return done(null);
    const withdrawal = `${shown.key}/withdrawal`;
    const id = idOf('photo_withdrawal', withdrawal);
    const today = dayOf(app.clock());
    await tx
      .insertInto('photo_withdrawal')
      .values({ id, key: withdrawal, photo_id: shown.id, withdrawn_on: today })
      .execute();
    await closeCopy(tx, shown.sha256);
    await tx
      .updateTable('event_plan_photo')
      .set({ consent: 'not-given' })
      .where('id', '=', photo.id)
      .execute();
    await citeWork(
      tx,
      {
        key: `work/events/${plan.key}`,
        title: pickText(plan.title, defaultLanguage),
        publisher: pickText(plan.organisationName, defaultLanguage),
        publishedOn: today,
      },
      [{ id, kind: 'photo_withdrawal' }],
    );
    await auditAfter(tx, actor, plan, {
      action: 'withdraw-photo',
      before: { photo: shown.key, consent: photo.consent },
      after: { photo: shown.key, consent: 'not-given' },
    });
    await noteRecordChange(tx, {
      tables: ['photo_withdrawal'],
      ...(plan.municipalityId === null ? {} : { municipalityIds: [plan.municipalityId] }),
    });
    return done(null);
  });
}

/** The cleaned copy of a photograph, for who works on what came after. @throws not-found */
export async function readPhoto(app: App, actor: Actor, key: string, photoId: string): Promise<PublicFile> {
  const plan = await planToWrite(app.db, actor, key);
  const photo = z.uuid().safeParse(photoId).success
    ? await app.db
        .selectFrom('event_plan_photo as photo')
        .innerJoin('file', 'file.sha256', 'photo.copy_sha256')
        .select(['file.sha256', 'file.media_type as mediaType', 'file.size_bytes as size'])
        .where('photo.plan_id', '=', plan.id)
        .where('photo.id', '=', photoId)
        .executeTakeFirst()
    : undefined;
  if (!photo || !(await app.files.has(photo.sha256))) throw notFound(`photo ${photoId}`);
  return { mediaType: photo.mediaType, size: photo.size, bytes: app.files.read(photo.sha256) };
}
