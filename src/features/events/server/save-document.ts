import type { Actor } from '#features/accounts/actor.ts';
import type { Fields } from '#forms/form.ts';
import { uploadKinds } from '#forms/uploads.ts';
import type { App } from '#server/app.ts';
import type { Bytes } from '#server/files/file-store.ts';
import { sealFile } from '#server/files/record-file.ts';
import { takeIn } from '#server/files/take-in.ts';
import { isSeen } from '../plan.ts';
import type { DocumentCommand } from '../plan-schema.ts';
import { openFiles } from './open-files.ts';
import { changePart, gone, saveRow, type Saved } from './part-rows.ts';
import { fieldsOfText, textOf } from './plan-columns.ts';
import { readPlanDocuments, type PlanDocument } from './plan-parts-store.ts';
import { planToChange } from './plans.ts';

/**
 * Adds a document, or changes one, with its file or without. One that is to be shown has been read by who adds it: it is shown
 * as it came, a picture drawn anew.
 */
export async function saveDocument(
  app: App,
  actor: Actor,
  key: string,
  { file, ...command }: DocumentCommand & { file: Bytes | undefined },
): Promise<Saved> {
  await planToChange(app.db, actor, key);
  if (file === undefined && command.id === null) {
    return { kind: 'refused', faults: [{ field: 'file', key: 'form.fault.missing' }] };
  }
  const taken = file === undefined ? undefined : await takeIn(app, file, uploadKinds.document);
  if (taken && 'refused' in taken) {
    return { kind: 'refused', faults: [{ field: 'file', key: `event.file.${taken.refused}` }] };
  }
  return changePart(app, actor, key, { action: 'save-document', part: 'document' }, async (tx, plan) => {
    const known = (await readPlanDocuments(tx, plan.id)).find(({ id }) => id === command.id);
    if (command.id !== null && !known) return gone('titleSq');
    const sealed = taken && (await sealFile(tx, taken));
    const columns = {
      kind: command.kind,
      language: command.language,
      title: textOf(command.titleSq, command.titleEn),
      shown: command.shown,
      ...(sealed ? { original_sha256: sealed.original, copy_sha256: sealed.copy ?? sealed.original } : {}),
    };
    const theirs = () => Promise.resolve(known && { fields: documentFields(known), version: known.version });
    const row = { table: 'event_plan_document', id: command.id, version: command.version, columns } as const;
    const saved = await saveRow(tx, plan, row, { theirs, field: 'titleSq' });
    if (saved.kind === 'done' && isSeen(plan)) await openFiles(tx, plan.id);
    return saved;
  });
}

export function documentFields(document: PlanDocument): Fields {
  return {
    id: document.id,
    kind: document.kind,
    language: document.language,
    ...fieldsOfText('title', document.title),
    ...(document.shown ? { shown: 'yes' } : {}),
    version: String(document.version),
  };
}
