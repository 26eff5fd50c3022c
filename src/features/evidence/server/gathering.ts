import type { Actor } from '#features/accounts/actor.ts';
import { holdAssessment } from '#features/rounds/server/assessments.ts';
import { takesEvidence } from '#features/rounds/stage.ts';
import { dropDraft } from '#features/work/server/drafts.ts';
import type { FieldFault, Outcome } from '#forms/form.ts';
import type { App } from '#server/app.ts';
import { dayOf } from '#server/cache/day.ts';
import { inTransaction, type Tx } from '#server/database/db.ts';
import { DomainError } from '#server/errors.ts';
import { storedDetails, type EvidenceDetails, type ProcurementFacts } from '../details.ts';
import { detailsOf, type NewItem } from '../schema.ts';
import { assessmentToGather, itemToSee } from './access.ts';
import { addFiles, altOf } from './add-file.ts';
import {
  readBarredPriorities,
  readComponents,
  readNameable,
  type EvidenceAssessment,
} from './assessment-store.ts';
import { faultsOfItem } from './check-item.ts';
import { columnsOf, notedOf, readersOf, sealsOf } from './columns.ts';
import { askForCapture } from './media/capture-link.ts';
import { noteItem } from './note.ts';
import { draftOfNew } from '../drafts.ts';
import type { ItemFileIn } from './take-file.ts';
import { insertItem, writeComponents, writeReaders } from './write-store.ts';

/** What the form of an item offers. @throws not-found, forbidden */
export async function itemChoices(app: App, actor: Actor, assessmentId: string) {
  const assessment = await assessmentToGather(app.db, actor, assessmentId);
  if (actor.kind !== 'account') throw new DomainError('forbidden', 'nobody');
  const today = dayOf(app.clock());
  const [components, people, barred] = await Promise.all([
    readComponents(app.db, assessment.id),
    readNameable(app.db, assessment, today),
    readBarredPriorities(app.db, actor.id, assessment.municipalityId, today),
  ]);
  return {
    assessment,
    components: components.map((component) => ({
      ...component,
      isBarred: barred.includes(null) || barred.includes(component.priorityId),
    })),
    people: people.filter(({ id }) => id !== actor.id),
    barred,
    today,
  };
}
export type FormChoices = Awaited<ReturnType<typeof itemChoices>>;

export const closed: FieldFault = { field: 'dated', key: 'evidence.fault.closed' };

/**
 * Adds evidence to an assessment that still takes some; the same form sent twice adds one item.
 * @param file that came with the form
 */
export async function addItem(
  app: App,
  actor: Actor,
  assessmentId: string,
  command: NewItem,
  file?: ItemFileIn,
  requestId?: string,
): Promise<Outcome<{ id: string }>> {
  const choices = await itemChoices(app, actor, assessmentId);
  const { assessment } = choices;
  const files = file ? [file] : [];
  const checked = checkNew(command, files, choices);
  if (checked.kind === 'refused') return checked;
  return inTransaction(app.db, async (tx) => {
    const held = await holdAssessment(tx, assessment.id);
    if (!takesEvidence(held.stage)) return { kind: 'refused', faults: [closed] };
    await writeNew(app, tx, actor, assessment, { command, details: checked.details, files, requestId });
    await dropDraft(tx, actor, draftOfNew(assessment.id, command.kind));
    return { kind: 'done', value: { id: command.id } };
  });
}

/** Whether an item can be written as it was given. */
export type CheckedItem =
  { kind: 'sound'; details: EvidenceDetails } | { kind: 'refused'; faults: readonly FieldFault[] };

/** What is wrong with an item that is new, given what came with it and what its form offers. */
export function checkNew(
  command: NewItem,
  files: readonly ItemFileIn[],
  choices: Pick<FormChoices, 'components' | 'people' | 'barred' | 'today'>,
): CheckedItem {
  const procurement = releaseIn(files);
  const details = detailsOf(command, procurement);
  const faults = faultsOfItem(command, {
    ...choices,
    files: { any: files.length > 0, release: procurement !== undefined },
  });
  return faults.length > 0 || !details ? { kind: 'refused', faults } : { kind: 'sound', details };
}

export function releaseIn(files: readonly ItemFileIn[]): ProcurementFacts | undefined {
  return files.find(({ procurement }) => procurement !== undefined)?.procurement;
}

/**
 * Writes a new item that was checked, in a transaction that holds its assessment. One that is there already stays as it is: it was
 * sent before, by the same person, or else nobody is told that it is there.
 */
export async function writeNew(
  app: App,
  tx: Tx,
  actor: Actor,
  assessment: EvidenceAssessment,
  given: {
    command: NewItem;
    details: EvidenceDetails;
    files: readonly ItemFileIn[];
    requestId?: string | undefined;
  },
): Promise<void> {
  const { command, details, files, requestId } = given;
  const { id } = command;
  const { municipalityId } = assessment;
  const createdBy = actor.kind === 'account' ? actor.id : null;
  const isAdded = await insertItem(tx, {
    id,
    municipality_id: municipalityId,
    assessment_id: assessment.id,
    created_by: createdBy,
    ...columnsOf(command),
    details: storedDetails(details),
  });
  if (!isAdded) {
    await itemToSee(tx, actor, assessment, id);
    return;
  }
  await writeComponents(tx, { municipalityId, id }, command.components);
  await writeReaders(tx, { municipalityId, id }, readersOf(command));
  await addFiles(tx, { municipalityId, id, position: 1 }, files, altOf(command));
  if (command.kind === 'link') await askForCapture(app, tx, { municipalityId, itemId: id }, command.url);
  await noteItem(tx, {
    actor,
    action: 'add',
    after: notedOf(command, assessment, { id, createdBy }),
    more: sealsOf(files),
    requestId,
  });
}
