import { buffer } from 'node:stream/consumers';
import type { Actor } from '#features/accounts/actor.ts';
import { attachUpload } from '#features/evidence/server/media/attach-upload.ts';
import type { FieldFault, Outcome } from '#forms/form.ts';
import type { App } from '#server/app.ts';
import { inTransaction, type Tx } from '#server/database/db.ts';
import { notFound } from '#server/errors.ts';
import { hasProgram } from '#server/files/pdf-programs.ts';
import { sealFile } from '#server/files/record-file.ts';
import type { PublicFile } from '#server/files/read-public-file.ts';
import { mostFiles } from '../draft.ts';
import * as store from './draft-store.ts';
import { getDraft, holdDraft, note } from './drafts.ts';

type Done = Outcome<{ id: string }>;

function refused(key: FieldFault['key'], values?: FieldFault['values']): Done {
  return { kind: 'refused', faults: [{ field: 'file', key, ...(values ? { values } : {}) }] };
}

/** Adds a PDF to a draft. It stays sealed until the publication is published. @throws not-found */
export async function addDraftFile(
  app: App,
  actor: Actor,
  id: string,
  { fileLanguage, version }: { fileLanguage: string; version: number },
  data: FormData,
): Promise<Done> {
  await getDraft(app.db, actor, id);
  const attached = await attachUpload(app, actor, data, 'file', 'publication');
  if (attached.kind === 'refused') return { kind: 'refused', faults: [attached.fault] };
  if (attached.kind === 'none') return refused('form.fault.missing');
  const { file } = attached;
  // One that does something by itself when it is opened is nothing to hand on.
  if (hasProgram(await buffer(app.files.read(file.original.sha256))))
    return refused('publication.fault.program');
  const pages = await app.pdfReader.count(app.files.read(file.original.sha256));
  if (pages === undefined || pages === 0) return refused('publication.fault.unreadable');
  return changeFiles(app, actor, id, version, async (tx) => {
    const files = await store.readDraftFiles(tx, id);
    if (files.length >= mostFiles) return refused('publication.fault.many-files', { most: mostFiles });
    if (files.some(({ sha256 }) => sha256 === file.original.sha256))
      return refused('publication.fault.same-file');
    const { original: sha256 } = await sealFile(tx, file);
    await store.insertDraftFile(tx, id, { name: file.name, language: fileLanguage, sha256, pages });
    await note(tx, actor, 'add-file', id, { after: { sha256, language: fileLanguage, pages } });
    return { kind: 'done', value: { id } };
  });
}

/** Takes a file out of a draft; what was published with it keeps it. @throws not-found */
export function dropDraftFile(
  app: App,
  actor: Actor,
  id: string,
  { sha256, version }: { sha256: string; version: number },
): Promise<Done> {
  return changeFiles(app, actor, id, version, async (tx) => {
    if (!(await store.deleteDraftFile(tx, id, sha256))) throw notFound(`file ${sha256} of ${id}`);
    await note(tx, actor, 'drop-file', id, { before: { sha256 } });
    return { kind: 'done', value: { id } };
  });
}

function changeFiles(
  app: App,
  actor: Actor,
  id: string,
  version: number,
  change: (tx: Tx) => Promise<Done>,
): Promise<Done> {
  return inTransaction(app.db, async (tx): Promise<Done> => {
    const draft = await holdDraft(tx, actor, id);
    if (draft.version !== version) return { kind: 'conflict', theirs: {}, theirVersion: draft.version };
    const outcome = await change(tx);
    if (outcome.kind === 'done')
      await store.updateDraft(tx, id, version, { saved_at: app.clock(), is_changed: true });
    return outcome;
  });
}

/** A file of a draft, for those who work on it. @throws not-found */
export async function readDraftFile(app: App, actor: Actor, id: string, sha256: string): Promise<PublicFile> {
  await getDraft(app.db, actor, id);
  const files = await store.readDraftFiles(app.db, id);
  const found = files.find((file) => file.sha256 === sha256);
  if (!found || !(await app.files.has(sha256))) throw notFound(`file ${sha256} of ${id}`);
  return { mediaType: found.mediaType, size: found.size, bytes: app.files.read(sha256) };
}
