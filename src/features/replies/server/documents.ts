import { randomUUID } from 'node:crypto';
import type { Readable } from 'node:stream';
import type { Actor } from '#features/accounts/actor.ts';
import { mostBytes } from '#forms/file-limits.ts';
import type { Outcome } from '#forms/form.ts';
import type { App } from '#server/app.ts';
import type { Tx } from '#server/database/db.ts';
import { notFound } from '#server/errors.ts';
import { sealFile } from '#server/files/record-file.ts';
import { takeIn, type TakenFile } from '#server/files/take-in.ts';
import { requestToHandle } from './access.ts';
import type { Door } from './door.ts';
import { readDocuments } from './reply-store.ts';
import { auditReply, changeReply, priorityOf, refused } from './writing.ts';

const accept = ['application/pdf', 'image/jpeg', 'image/png', 'image/webp'];

/** Documents that one reply can bring. */
const mostDocuments = 60;

/** A document as a form sends it. The original is sealed; what the public may have is decided by who reads the reply. */
async function takeDocument(app: App, file: FormDataEntryValue | null): Promise<Outcome<TakenFile>> {
  if (!(file instanceof File) || file.size === 0) return refused('document', 'form.fault.missing');
  const bytes = [new Uint8Array(await file.arrayBuffer())];
  const taken = await takeIn(app, bytes, { accept, mostBytes: mostBytes.scan });
  if ('refused' in taken) return refused('document', `scan.fault.${taken.refused}`);
  return { kind: 'done', value: taken };
}

interface Kept {
  requestId: string;
  priorityId: string | null;
  kind: 'attachment' | 'scan';
  title: string;
  addedAt: Date;
}

async function keepDocument(tx: Tx, taken: TakenFile, kept: Kept): Promise<void> {
  // The copy too: it is for everyone once an editor has said so and the reply is published.
  const { original, copy } = await sealFile(tx, taken);
  await tx
    .insertInto('reply_document')
    .values({
      id: randomUUID(),
      request_id: kept.requestId,
      priority_id: kept.priorityId,
      kind: kept.kind,
      title: kept.title,
      original_sha256: original,
      copy_sha256: copy,
      added_at: kept.addedAt,
    })
    .execute();
}

/** Adds a document to a part of the reply. */
export async function addDocument(
  app: App,
  door: Door,
  part: string,
  { title, file }: { title: string; file: FormDataEntryValue | null },
  requestId: string,
): Promise<Outcome<null>> {
  if (!door.mayWrite) return refused('document', 'replies.fault.closed');
  const taken = await takeDocument(app, file);
  if (taken.kind !== 'done') return taken;
  return changeReply(app, door, 'document', async (tx, request) => {
    const priorityId = await priorityOf(tx, request, part);
    const documents = await readDocuments(tx, request.id);
    if (documents.length >= mostDocuments) {
      return refused('document', 'replies.fault.too-many', { most: mostDocuments });
    }
    const kept = {
      requestId: request.id,
      priorityId,
      kind: 'attachment',
      title,
      addedAt: app.clock(),
    } as const;
    await keepDocument(tx, taken.value, kept);
    const { sha256 } = taken.value.original;
    await auditReply(tx, door, request, { action: 'add-document', after: { part, sha256 } }, requestId);
    return { kind: 'done', value: null };
  });
}

/** The scan of the letter from which staff typed a reply, where one was sent along. */
export async function takeScan(app: App, file: FormDataEntryValue | null): Promise<Outcome<TakenFile>> {
  const taken = await takeDocument(app, file);
  if (taken.kind !== 'refused') return taken;
  return { kind: 'refused', faults: taken.faults.map((fault) => ({ ...fault, field: 'scan' })) };
}

export function keepScan(
  tx: Tx,
  taken: TakenFile,
  scan: { requestId: string; title: string; addedAt: Date },
): Promise<void> {
  return keepDocument(tx, taken, { ...scan, priorityId: null, kind: 'scan' });
}

/** Takes a document out of the reply, before it is handed in. The sealed original stays. */
export function removeDocument(
  app: App,
  door: Door,
  part: string,
  id: string,
  requestId: string,
): Promise<Outcome<null>> {
  return changeReply(app, door, 'document', async (tx, request) => {
    await tx.deleteFrom('reply_document').where('request_id', '=', request.id).where('id', '=', id).execute();
    await auditReply(tx, door, request, { action: 'remove-document', before: { part } }, requestId);
    return { kind: 'done', value: null };
  });
}

/** A document of a reply that was handed in, as it came: for who reads the reply. @throws not-found */
export async function readDocument(
  app: App,
  actor: Actor,
  assessmentId: string,
  id: string,
): Promise<{ bytes: Readable; mediaType: string; size: number }> {
  const request = await requestToHandle(app.db, actor, assessmentId);
  const documents = request.submittedAt === null ? [] : await readDocuments(app.db, request.id);
  const found = documents.find((one) => one.id === id);
  if (!found || !(await app.files.has(found.originalSha256))) throw notFound(`document ${id} of a reply`);
  const { mediaType, size, originalSha256 } = found;
  return { bytes: app.files.read(originalSha256), mediaType, size };
}
