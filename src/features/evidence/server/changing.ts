import type { Actor } from '#features/accounts/actor.ts';
import { holdAssessment } from '#features/rounds/server/assessments.ts';
import { takesEvidence, type Stage } from '#features/rounds/stage.ts';
import { dropDraft } from '#features/work/server/drafts.ts';
import type { FieldFault, Outcome } from '#forms/form.ts';
import type { App } from '#server/app.ts';
import { inTransaction, type Tx } from '#server/database/db.ts';
import { DomainError } from '#server/errors.ts';
import { readDetails, storedDetails, type EvidenceDetails, type ProcurementFacts } from '../details.ts';
import { draftOfChange } from '../drafts.ts';
import { changesItem, opensItem } from '../policy.ts';
import { detailsOf, type ChangedItem } from '../schema.ts';
import { assessmentToGather, holdItemTo, itemToSee } from './access.ts';
import { addFiles, altOf } from './add-file.ts';
import { faultsOfItem } from './check-item.ts';
import { columnsOf, notedOf, readersOf, sealsOf } from './columns.ts';
import { closed, itemChoices, releaseIn, type CheckedItem, type FormChoices } from './gathering.ts';
import { changedFields, fieldsOfItem } from './item-fields.ts';
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
  const where = { municipalityId: assessment.municipalityId, assessmentId };
  const kept = (await readFiles(app.db, where, [itemId])).length;
  const files = file ? [file] : [];
  const checked = checkChange(command, before, { kept, files, choices });
  if (checked.kind === 'refused') return checked;
  const { details } = checked;
  return inTransaction(app.db, async (tx) => {
    const held = await holdAssessment(tx, assessment.id);
    const item = await holdItemTo(tx, actor, assessment, itemId);
    const fault = faultOfTime(actor, command, item, held.stage);
    if (fault) return { kind: 'refused', faults: [fault] };
    if (item.version !== command.version)
      return { kind: 'conflict', theirs: fieldsOfItem(item), theirVersion: item.version };
    await writeChange(app, tx, actor, item, { command, details, files, kept, requestId });
    await dropDraft(tx, actor, draftOfChange(assessment.id, item.id));
    return { kind: 'done', value: { id: item.id } };
  });
}

/** What is wrong with a change of an item. @param kept how many files the item has already */
export function checkChange(
  command: ChangedItem,
  before: Item,
  {
    kept,
    files,
    choices,
  }: {
    kept: number;
    files: readonly ItemFileIn[];
    choices: Pick<FormChoices, 'components' | 'people' | 'barred' | 'today'>;
  },
): CheckedItem {
  const procurement = releaseIn(files) ?? procurementOf(before);
  const faults = faultsOfItem(command, {
    ...choices,
    // Those named stay so, whatever became of their role: policy.ts says whether they see it.
    people: [...choices.people, ...before.readerIds.map((id) => ({ id }))],
    files: { any: files.length + kept > 0, release: procurement !== undefined },
  });
  const details = detailsOf(command, procurement);
  if (command.kind !== before.kind) faults.unshift({ field: 'kind', key: 'form.fault.choice' });
  if (files.length > 0 && files.length + kept > mostFiles)
    faults.push({ field: 'file', key: 'evidence.fault.too-many-files', values: { most: mostFiles } });
  return faults.length > 0 || !details ? { kind: 'refused', faults } : { kind: 'sound', details };
}

/** Why an item, as it is now, is not changed so by this person: it is closed, or its author alone may open it. */
export function faultOfTime(
  actor: Actor,
  command: ChangedItem,
  item: Item,
  stage: Stage,
): FieldFault | undefined {
  if (!takesEvidence(stage) || item.withdrawnReason !== '') return closed;
  return item.visibility === 'private' && !opensItem(actor, item) && opensMore(command, item)
    ? { field: 'visibility', key: 'evidence.fault.author-opens' }
    : undefined;
}

/** Writes a change that was checked, in a transaction that holds the item. */
export async function writeChange(
  app: App,
  tx: Tx,
  actor: Actor,
  item: Item,
  given: {
    command: ChangedItem;
    details: EvidenceDetails;
    files: readonly ItemFileIn[];
    kept: number;
    requestId?: string | undefined;
  },
): Promise<void> {
  const { command, details, files, kept, requestId } = given;
  await updateItem(tx, item, {
    ...columnsOf(command),
    // As it is now: the copy of the page may have been kept while the form was filled in.
    details: storedDetails(withCapture(details, item, command.url)),
    review: 'open',
    review_note: '',
  });
  await writeComponents(tx, item, command.components);
  // Who makes another's item private goes on seeing it.
  const isAuthor = actor.kind === 'account' && actor.id === item.createdBy;
  const own = command.visibility === 'public' || isAuthor || actor.kind !== 'account' ? [] : [actor.id];
  await writeReaders(tx, item, [...readersOf(command), ...own]);
  await addFiles(tx, { ...item, position: kept + 1 }, files, altOf(command));
  if (command.kind === 'link' && command.url !== item.url)
    await askForCapture(app, tx, { municipalityId: item.municipalityId, itemId: item.id }, command.url);
  await noteItem(tx, {
    actor,
    action: 'change',
    before: item,
    after: notedOf(command, item, { id: item.id, createdBy: item.createdBy }),
    more: { changed: changedFields(item, command), ...sealsOf(files) },
    requestId,
  });
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
  if (details.kind !== 'link' || kept?.kind !== 'link' || url !== before.url) return details;
  return { ...details, capture: kept.capture };
}
