import { randomUUID } from 'node:crypto';
import { z } from 'zod';
import type { Actor } from '#features/accounts/actor.ts';
import { mostBytes } from '#forms/file-limits.ts';
import type { Outcome } from '#forms/form.ts';
import type { App } from '#server/app.ts';
import { inTransaction } from '#server/database/db.ts';
import { notFound } from '#server/errors.ts';
import type { Bytes } from '#server/files/file-store.ts';
import type { PublicFile } from '#server/files/read-public-file.ts';
import { sealFile } from '#server/files/record-file.ts';
import { takeIn } from '#server/files/take-in.ts';
import type { newPicture, pictureWords } from '../schema.ts';
import { accountOf, draftToRead, draftToWrite, held } from './access.ts';
import { readDraftPictures, updateDraft } from './draft-store.ts';

export const mostPictures = 12;
export const pictureRules = { accept: ['image/jpeg', 'image/png', 'image/webp'], mostBytes: mostBytes.photo };

/** Takes a picture in: what it came with is stripped, and nobody outside sees it before the article is public. */
export async function addPicture(
  app: App,
  actor: Actor,
  id: string,
  picture: z.output<typeof newPicture> & { bytes: Bytes },
): Promise<Outcome<null>> {
  const account = accountOf(actor).id;
  await draftToWrite(app.db, actor, id);
  const taken = await takeIn(app, picture.bytes, pictureRules);
  if ('refused' in taken) {
    return { kind: 'refused', faults: [{ field: 'photo', key: `listening.photo.${taken.refused}` }] };
  }
  return inTransaction(app.db, async (tx): Promise<Outcome<null>> => {
    const draft = await held(tx, id);
    const pictures = await readDraftPictures(tx, id);
    if (pictures.length >= mostPictures) {
      return {
        kind: 'refused',
        faults: [{ field: 'photo', key: 'listening.photo.too-many', values: { most: mostPictures } }],
      };
    }
    const { original, copy } = await sealFile(tx, taken);
    if (copy === null)
      return { kind: 'refused', faults: [{ field: 'photo', key: 'listening.photo.broken-image' }] };
    if (pictures.some(({ copySha256 }) => copySha256 === copy)) return { kind: 'done', value: null };
    await tx
      .insertInto('article_draft_picture')
      .values({
        id: randomUUID(),
        draft_id: id,
        position: (pictures.at(-1)?.position ?? 0) + 1,
        original_sha256: original,
        copy_sha256: copy,
        alt_sq: picture.altSq,
        alt_en: picture.altEn,
        credit: picture.credit,
      })
      .execute();
    await noteChange(app, tx, draft, account);
    return { kind: 'done', value: null };
  });
}

/** Gives a picture other words: what it shows, and who took it. @throws not-found */
export async function describePicture(
  app: App,
  actor: Actor,
  id: string,
  { picture, altSq, altEn, credit }: z.output<typeof pictureWords>,
): Promise<Outcome<null>> {
  const account = accountOf(actor).id;
  await draftToWrite(app.db, actor, id);
  return inTransaction(app.db, async (tx): Promise<Outcome<null>> => {
    const draft = await held(tx, id);
    const { numUpdatedRows } = await tx
      .updateTable('article_draft_picture')
      .set({ alt_sq: altSq, alt_en: altEn, credit })
      .where('draft_id', '=', id)
      .where('id', '=', picture)
      .executeTakeFirst();
    if (numUpdatedRows === 0n) throw notFound(`picture ${picture}`);
    await noteChange(app, tx, draft, account);
    return { kind: 'done', value: null };
  });
}

/** Takes a picture out of the text that is written; what is public keeps it until the next version. */
export async function removePicture(
  app: App,
  actor: Actor,
  id: string,
  pictureId: string,
): Promise<Outcome<null>> {
  const account = accountOf(actor).id;
  await draftToWrite(app.db, actor, id);
  return inTransaction(app.db, async (tx): Promise<Outcome<null>> => {
    const draft = await held(tx, id);
    const { numDeletedRows } = await tx
      .deleteFrom('article_draft_picture')
      .where('draft_id', '=', id)
      .where('id', '=', pictureId)
      .executeTakeFirst();
    if (numDeletedRows > 0n) await noteChange(app, tx, draft, account);
    return { kind: 'done', value: null };
  });
}

/** Whoever changes the pictures has changed what is to be reviewed. */
async function noteChange(
  app: App,
  tx: Parameters<typeof updateDraft>[0],
  { id, contentVersion }: { id: string; contentVersion: number },
  account: string,
): Promise<void> {
  await updateDraft(tx, id, {
    content_version: contentVersion + 1,
    written_by: account,
    written_at: app.clock(),
    sent_back: '',
  });
}

/** A picture of a draft, for who may read it. @throws not-found */
export async function readPicture(
  app: App,
  actor: Actor,
  id: string,
  pictureId: string,
): Promise<PublicFile> {
  await draftToRead(app.db, actor, id);
  const picture = z.uuid().safeParse(pictureId).success
    ? await app.db
        .selectFrom('article_draft_picture as picture')
        .innerJoin('file', 'file.sha256', 'picture.copy_sha256')
        .select(['file.sha256', 'file.media_type as mediaType', 'file.size_bytes as size'])
        .where('picture.draft_id', '=', id)
        .where('picture.id', '=', pictureId)
        .executeTakeFirst()
    : undefined;
  if (!picture || !(await app.files.has(picture.sha256))) throw notFound(`picture ${pictureId}`);
  return { mediaType: picture.mediaType, size: picture.size, bytes: app.files.read(picture.sha256) };
}
