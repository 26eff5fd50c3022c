import { z } from 'zod';
import type { Actor } from '#features/accounts/actor.ts';
import { isUploadKind, pieceBytes, uploadKinds } from '#forms/uploads.ts';
import { sanitised } from '#forms/sanitised.ts';
import type { MessageKey } from '#i18n/translate.ts';
import type { App } from '#server/app.ts';
import { DomainError, notFound } from '#server/errors.ts';
import { findUpload, type Upload } from '#server/files/upload-store.ts';
import { addToUpload, beginUpload, finishUpload } from '#server/files/uploads.ts';
import { maySendAhead } from '../../media/policy.ts';

/** What a browser says of a file before it sends it. */
const announcement = z.object({
  kind: z.string().refine(isUploadKind),
  name: z
    .string()
    .transform((name) => sanitised(name).replaceAll('\n', ' ').slice(0, 200) || 'file')
    .pipe(z.string().min(1)),
  size: z.int().min(1),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
});

export type SentAnswer =
  | { kind: 'on-its-way'; id: string; received: number }
  | { kind: 'taken'; id: string; name: string }
  | { kind: 'refused'; key: MessageKey };

function senderOf(actor: Actor): string {
  if (!maySendAhead(actor) || actor.kind !== 'account') throw new DomainError('forbidden', 'sends no files');
  return actor.id;
}

async function ownUpload(app: App, actor: Actor, id: string): Promise<Upload> {
  const sender = senderOf(actor);
  const found = z.uuid().safeParse(id).success ? await findUpload(app.db, sender, id) : undefined;
  if (!found) throw notFound(`upload ${id}`);
  return found;
}

/** Announces a file. One that is too large is refused before a byte of it is sent; one that broke off goes on. */
export async function announceFile(app: App, actor: Actor, said: unknown): Promise<SentAnswer> {
  const accountId = senderOf(actor);
  const parsed = announcement.safeParse(said);
  if (!parsed.success) throw new DomainError('bad-request', 'announces no file');
  const { kind, name, size, sha256 } = parsed.data;
  if (size > uploadKinds[kind].mostBytes) return { kind: 'refused', key: 'file.fault.too-large' };
  const begun = await beginUpload(app, { accountId, kind, name, size, sha256 });
  if (!begun) return { kind: 'refused', key: 'file.fault.too-many' };
  return { kind: 'on-its-way', ...begun };
}

/** Takes the next piece; what is not the next one changes nothing, and the answer says where it goes on. */
export async function sendPiece(
  app: App,
  actor: Actor,
  id: string,
  piece: { at: number; bytes: Buffer },
): Promise<SentAnswer> {
  const upload = await ownUpload(app, actor, id);
  const { length } = piece.bytes;
  const isPiece = Number.isSafeInteger(piece.at) && piece.at >= 0 && length > 0 && length <= pieceBytes;
  if (isPiece) {
    const added = await addToUpload(app, upload, piece);
    if (added) return howFar(app, { ...upload, received: added.received });
  }
  return showSent(app, actor, id);
}

/** How far an upload is; one that is all there is taken in, where it was not yet. */
export async function showSent(app: App, actor: Actor, id: string): Promise<SentAnswer> {
  return howFar(app, await ownUpload(app, actor, id));
}

async function howFar(app: App, upload: Upload): Promise<SentAnswer> {
  if (!isUploadKind(upload.kind)) throw new Error(`nothing is sent as ${upload.kind}`);
  const sent = await finishUpload(app, upload, uploadKinds[upload.kind]);
  switch (sent.kind) {
    case 'on-its-way':
      return { kind: 'on-its-way', id: upload.id, received: sent.received };
    case 'taken':
      return { kind: 'taken', id: upload.id, name: upload.name };
    case 'broken':
      return { kind: 'refused', key: 'file.fault.broken' };
    case 'refused':
      return { kind: 'refused', key: `file.fault.${sent.why}` };
  }
}
