import { buffer } from 'node:stream/consumers';
import type { Actor } from '#features/accounts/actor.ts';
import { holdAssessment } from '#features/rounds/server/assessments.ts';
import { isBefore } from '#features/rounds/stage.ts';
import type { Outcome } from '#forms/form.ts';
import type { App } from '#server/app.ts';
import { inTransaction, type Tx } from '#server/database/db.ts';
import { DomainError, notFound } from '#server/errors.ts';
import { blurImage } from '#server/files/blur-image.ts';
import { cleanableTypes } from '#server/files/clean-image.ts';
import { hasProgram } from '#server/files/pdf-programs.ts';
import { sealFile } from '#server/files/record-file.ts';
import { fieldsOfRegions, readRegions } from '../../media/blur.ts';
import { preparesCopy, reviewsItem } from '../../policy.ts';
import { assessmentToSee, holdItemTo, itemToSee } from '../access.ts';
import { readFiles, type Item } from '../item-store.ts';
import { noteItem } from '../note.ts';
import { updateItem } from '../write-store.ts';
import { readBlur, writeBlur, writeCopy } from './copy-store.ts';

type Done = Outcome<{ id: string }>;

/** Where a file stands: of which assessment's item, and which of its files. */
export interface FilePlace {
  assessmentId: string;
  itemId: string;
  position: string;
}

/** A file whose public copy the actor prepares. @throws not-found, or forbidden for those who only read */
export async function fileToPrepare(app: App, actor: Actor, place: FilePlace) {
  const assessment = await assessmentToSee(app.db, actor, place.assessmentId);
  const item = await itemToSee(app.db, actor, assessment, place.itemId);
  if (!preparesCopy(actor, item)) throw new DomainError('forbidden', 'prepares no copies here');
  const where = { municipalityId: assessment.municipalityId, assessmentId: assessment.id };
  const files = await readFiles(app.db, where, [item.id]);
  const file = files.find(({ position }) => String(position) === place.position);
  if (!file) throw notFound(`file ${place.position} of ${item.id}`);
  const key = { municipalityId: item.municipalityId, itemId: item.id, position: file.position };
  const regions = await readBlur(app.db, key);
  return {
    assessment,
    item,
    file,
    key,
    regions,
    fields: fieldsOfRegions(regions),
    isPicture: cleanableTypes.includes(file.mediaType),
    mayAllow: reviewsItem(actor, item),
    isOpen: item.withdrawnReason === '' && item.evidenceId === null && isBefore(assessment.stage, 'prepared'),
  };
}
export type PreparedFile = Awaited<ReturnType<typeof fileToPrepare>>;

/** Draws the public copy of a picture anew from its sealed original, with the parts of it unknowable that a form names. */
export async function blurFile(
  app: App,
  actor: Actor,
  place: FilePlace,
  form: Readonly<Record<string, unknown>> & { version: number },
  requestId?: string,
): Promise<Done> {
  const found = await fileToPrepare(app, actor, place);
  if (!found.isPicture) throw new DomainError('bad-request', 'no picture');
  const reading = readRegions(form);
  if (reading.kind === 'half')
    return { kind: 'refused', faults: [{ field: reading.field, key: 'evidence.fault.half-region' }] };
  const original = await buffer(app.files.read(found.file.original));
  const drawn = await blurImage(original, reading.regions);
  const stored = drawn && (await app.files.write([drawn.bytes], drawn.bytes.length));
  if (!drawn || !stored)
    return { kind: 'refused', faults: [{ field: 'x1', key: 'file.fault.broken-image' }] };
  const copy = { sha256: stored.sha256, size: stored.size, mediaType: drawn.mediaType };
  return change(app, actor, place, form.version, async (tx, item) => {
    await sealFile(tx, { original: copy, publicCopy: undefined });
    await writeBlur(tx, found.key, reading.regions);
    await writeCopy(tx, found.key, copy.sha256);
    // What an editor accepted was the copy as it was.
    const isEditor = reviewsItem(actor, item);
    await updateItem(tx, item, isEditor ? {} : { review: 'open', review_note: '' });
    const after = isEditor ? item : { ...item, review: 'open' as const };
    const more = { position: found.file.position, regions: reading.regions.length, copy: copy.sha256 };
    await noteItem(tx, { actor, action: 'blur', before: item, after, more, requestId });
  });
}

/** An editor lets the public have a document as it is, or seals it again. One that does something by itself stays sealed. */
export async function allowCopy(
  app: App,
  actor: Actor,
  place: FilePlace,
  { version, allowed }: { version: number; allowed: boolean },
  requestId?: string,
): Promise<Done> {
  const found = await fileToPrepare(app, actor, place);
  if (found.isPicture) throw new DomainError('bad-request', 'pictures are drawn anew');
  if (!found.mayAllow) throw new DomainError('forbidden', 'no editor here');
  if (allowed && found.file.mediaType === 'application/pdf') {
    const bytes = await buffer(app.files.read(found.file.original));
    if (hasProgram(bytes))
      return { kind: 'refused', faults: [{ field: 'allowed', key: 'evidence.fault.pdf-program' }] };
  }
  return change(app, actor, place, version, async (tx, item) => {
    await writeCopy(tx, found.key, allowed ? found.file.original : null);
    await updateItem(tx, item, {});
    const action = allowed ? 'allow-copy' : 'seal-copy';
    const more = { position: found.file.position };
    await noteItem(tx, { actor, action, before: item, after: item, more, requestId });
  });
}

/** Within a transaction that holds the item, as long as nothing of it is prepared for publication. */
function change(
  app: App,
  actor: Actor,
  place: FilePlace,
  version: number,
  write: (tx: Tx, item: Item) => Promise<void>,
): Promise<Done> {
  return inTransaction(app.db, async (tx) => {
    const assessment = await assessmentToSee(tx, actor, place.assessmentId);
    const held = await holdAssessment(tx, assessment.id);
    const item = await holdItemTo(tx, actor, assessment, place.itemId, preparesCopy);
    if (item.withdrawnReason !== '' || item.evidenceId !== null || !isBefore(held.stage, 'prepared'))
      return { kind: 'refused', faults: [{ field: 'version', key: 'evidence.fault.closed' }] };
    if (item.version !== version) return { kind: 'conflict', theirs: {}, theirVersion: item.version };
    await write(tx, item);
    return { kind: 'done', value: { id: item.id } };
  });
}
