import type { Actor } from '#features/accounts/actor.ts';
import { holdAssessment } from '#features/rounds/server/assessments.ts';
import { takesEvidence } from '#features/rounds/stage.ts';
import { dropDraft } from '#features/work/server/drafts.ts';
import { fieldsOf, type Fields, type Outcome } from '#forms/form.ts';
import type { App } from '#server/app.ts';
import { inTransaction, type Tx } from '#server/database/db.ts';
import { DomainError } from '#server/errors.ts';
import { readDetails, storedDetails, type EvidenceDetails, type ProcurementFacts } from '../details.ts';
import { draftOfChange } from '../drafts.ts';
import { changesItem, opensItem } from '../policy.ts';
import { detailsOf, type ChangedItem } from '../schema.ts';
import { assessmentToGather, holdItemTo, itemToSee } from './access.ts';
import { addFile, altOf } from './add-file.ts';
import { faultsOfItem } from './check-item.ts';
import { closed, columnsOf, itemChoices, notedOf, readersOf } from './gathering.ts';
import { readFiles, type Item } from './item-store.ts';
import { askForCapture } from './media/capture-link.ts';
import { noteItem } from './note.ts';
import type { ItemFileIn } from './take-file.ts';
import { updateItem, writeComponents, writeReaders } from './write-store.ts';

/** Files of one item. */
export const mostFiles = 10;

/** An item that the actor may change, with what its form offers. @throws not-found, forbidden */
export async function itemToChange(app: App, actor: Actor, assessmentId: string, itemId: string) {
  const assessment = await assessmentToGather(app.db, actor, assessmentId);
  const item = await itemToSee(app.db, actor, assessment, itemId);
  if (!changesItem(actor, item)) throw new DomainError('forbidden', 'another’s evidence');
  const choices = await itemChoices(app, actor, assessmentId);
  return { choices, item, fields: fieldsOfItem(item), mayOpen: opensItem(actor, item) };
}

/**
 * Changes an item as long as evidence is taken; what an editor had said of it is open again.
 * @param file a further one
 */
export async function changeItem(
  app: App,
  actor: Actor,
  assessmentId: string,
  itemId: string,
  command: ChangedItem,
  file?: ItemFileIn,
  requestId?: string,
): Promise<Outcome<{ id: string }>> {
  const { choices, item: before } = await itemToChange(app, actor, assessmentId, itemId);
  const { assessment } = choices;
  const files = await readFiles(app.db, { municipalityId: assessment.municipalityId, assessmentId }, [
    itemId,
  ]);
  const procurement = file?.procurement ?? procurementOf(before);
  const faults = faultsOfItem(command, {
    ...choices,
    // Those named stay so, whatever became of their role: policy.ts says whether they see it.
    people: [...choices.people, ...before.readerIds.map((id) => ({ id }))],
    files: { any: file !== undefined || files.length > 0, release: procurement !== undefined },
  });
  const details = detailsOf(command, procurement);
  if (command.kind !== before.kind) faults.unshift({ field: 'kind', key: 'form.fault.choice' });
  if (file && files.length >= mostFiles)
    faults.push({ field: 'file', key: 'evidence.fault.too-many-files', values: { most: mostFiles } });
  if (faults.length > 0 || !details) return { kind: 'refused', faults };
  return inTransaction(app.db, async (tx) => {
    const held = await holdAssessment(tx, assessment.id);
    const item = await holdItemTo(tx, actor, assessment, itemId);
    if (!takesEvidence(held.stage) || item.withdrawnReason !== '')
      return { kind: 'refused', faults: [closed] };
    if (item.version !== command.version)
      return { kind: 'conflict', theirs: fieldsOfItem(item), theirVersion: item.version };
    if (item.visibility === 'private' && !opensItem(actor, item) && opensMore(command, item))
      return { kind: 'refused', faults: [{ field: 'visibility', key: 'evidence.fault.author-opens' }] };
    await write(tx, {
      actor,
      item,
      command,
      file,
      // As it is now: the copy of the page may have been kept while the form was filled in.
      details: storedDetails(withCapture(details, item, command.url)),
      position: files.length + 1,
    });
    if (command.kind === 'link' && command.url !== item.url)
      await askForCapture(app, tx, { municipalityId: item.municipalityId, itemId }, command.url);
    await noteItem(tx, {
      actor,
      action: 'change',
      before: item,
      after: notedOf(command, assessment, { id: item.id, createdBy: item.createdBy }),
      more: { changed: changedFields(item, command), ...(file ? { sha256: file.original.sha256 } : {}) },
      requestId,
    });
    await dropDraft(tx, actor, draftOfChange(assessment.id, item.id));
    return { kind: 'done', value: { id: item.id } };
  });
}

async function write(
  tx: Tx,
  given: {
    actor: Actor;
    item: Item;
    command: ChangedItem;
    file: ItemFileIn | undefined;
    details: string;
    position: number;
  },
): Promise<void> {
  const { actor, item, command, file, details, position } = given;
  await updateItem(tx, item, { ...columnsOf(command), details, review: 'open', review_note: '' });
  await writeComponents(tx, item, command.components);
  // Who makes another's item private goes on seeing it.
  const isAuthor = actor.kind === 'account' && actor.id === item.createdBy;
  const own = command.visibility === 'public' || isAuthor || actor.kind !== 'account' ? [] : [actor.id];
  await writeReaders(tx, item, [...readersOf(command), ...own]);
  if (file) await addFile(tx, { ...item, position }, file, altOf(command));
}

/** Whether anyone would see the item who does not now. */
function opensMore({ visibility, readers }: ChangedItem, { readerIds }: Item): boolean {
  return visibility === 'public' || readers.some((reader) => !readerIds.includes(reader));
}

function procurementOf(item: Item): ProcurementFacts | undefined {
  const details = readDetails(item.kind, item.details);
  if (details?.kind !== 'procurement') return undefined;
  const { kind: _, ofMunicipality: __, ...facts } = details;
  return facts;
}

/** The copy that was kept of a page stays as long as its address does. */
function withCapture(details: EvidenceDetails, before: Item, url: string): EvidenceDetails {
  const kept = readDetails(before.kind, before.details);
  if (details?.kind !== 'link' || kept?.kind !== 'link' || url !== before.url) return details;
  return { ...details, capture: kept.capture };
}

/** An item as its form shows it. */
export function fieldsOfItem(item: Item): Fields {
  const details = readDetails(item.kind, item.details);
  const own = Object.entries(details ?? {}).flatMap(([name, value]) =>
    typeof value === 'string' || typeof value === 'number' ? [[name, String(value)] as const] : [],
  );
  return {
    ...Object.fromEntries(own),
    kind: item.kind,
    class: item.class,
    stance: item.stance,
    dated: item.dated,
    showsSq: item.shows.sq ?? '',
    showsEn: item.shows.en ?? '',
    bindingLanguage: item.bindingLanguage,
    publisher: item.publisher,
    url: item.url,
    components: item.componentIds,
    ofMunicipality: details?.ofMunicipality ? 'yes' : '',
    visibility: item.visibility,
    readers: item.readerIds,
  };
}

/** Names of the fields that differ: what stood in them is not for the audit. */
function changedFields(item: Item, command: ChangedItem): string[] {
  const before = fieldsOfItem(item);
  return Object.entries(command).flatMap(([name, value]) => {
    if (name === 'version' || name === 'altSq' || name === 'altEn') return [];
    const now = Array.isArray(value) ? value.toSorted().join() : asTyped(value);
    const then = fieldsOf(before, name).toSorted().join();
    return now === then || (name === 'class' && now === '') ? [] : [name];
  });
}

function asTyped(value: string | number | boolean | null | readonly string[]): string {
  if (value === true) return 'yes';
  return value === false || value === null ? '' : String(value);
}
