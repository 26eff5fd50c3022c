import type { Actor } from '#features/accounts/actor.ts';
import { holdAssessment } from '#features/rounds/server/assessments.ts';
import { takesEvidence } from '#features/rounds/stage.ts';
import { dropDraft } from '#features/work/server/drafts.ts';
import type { FieldFault, Outcome } from '#forms/form.ts';
import type { Localised } from '#i18n/languages.ts';
import type { App } from '#server/app.ts';
import { dayOf } from '#server/cache/day.ts';
import { inTransaction } from '#server/database/db.ts';
import { DomainError } from '#server/errors.ts';
import { storedDetails } from '../details.ts';
import { classByKind } from '../kind.ts';
import { detailsOf, type ItemCommand, type NewItem } from '../schema.ts';
import { assessmentToGather, itemToSee } from './access.ts';
import { addFile, altOf } from './add-file.ts';
import {
  readBarredPriorities,
  readComponents,
  readNameable,
  type EvidenceAssessment,
} from './assessment-store.ts';
import { faultsOfItem } from './check-item.ts';
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
  const details = detailsOf(command, file?.procurement);
  const faults = faultsOfItem(command, {
    ...choices,
    files: { any: file !== undefined, release: file?.procurement !== undefined },
  });
  if (faults.length > 0 || !details) return { kind: 'refused', faults };
  return inTransaction(app.db, async (tx) => {
    const held = await holdAssessment(tx, assessment.id);
    if (!takesEvidence(held.stage)) return { kind: 'refused', faults: [closed] };
    const { id } = command;
    const municipalityId = assessment.municipalityId;
    const isAdded = await insertItem(tx, {
      id,
      municipality_id: municipalityId,
      assessment_id: assessment.id,
      created_by: actor.kind === 'account' ? actor.id : null,
      ...columnsOf(command),
      details: storedDetails(details),
    });
    // Sent before: by the same person, or else it is not told that it is there.
    if (!isAdded) {
      await itemToSee(tx, actor, assessment, id);
      return { kind: 'done', value: { id } };
    }
    await writeComponents(tx, { municipalityId, id }, command.components);
    await writeReaders(tx, { municipalityId, id }, readersOf(command));
    if (file) await addFile(tx, { municipalityId, id, position: 1 }, file, altOf(command));
    if (command.kind === 'link') await askForCapture(app, tx, { municipalityId, itemId: id }, command.url);
    await noteItem(tx, {
      actor,
      action: 'add',
      after: notedOf(command, assessment, { id, createdBy: actor.kind === 'account' ? actor.id : null }),
      more: file ? { sha256: file.original.sha256 } : {},
      requestId,
    });
    await dropDraft(tx, actor, draftOfNew(assessment.id, command.kind));
    return { kind: 'done', value: { id } };
  });
}

export function readersOf({ visibility, readers }: ItemCommand): readonly string[] {
  return visibility === 'private' ? readers : [];
}

function classOf({ kind, class: chosen, ofMunicipality }: ItemCommand) {
  return chosen === '' ? (classByKind(kind, ofMunicipality) ?? 'E5') : chosen;
}

function showsOf({ showsSq, showsEn }: ItemCommand): Localised {
  return { ...(showsSq ? { sq: showsSq } : {}), ...(showsEn ? { en: showsEn } : {}) };
}

/** The columns that a form says; what only its kind has stands apart. */
export function columnsOf(command: ItemCommand) {
  const { kind, stance, dated, publisher, url, visibility, bindingLanguage } = command;
  return {
    kind,
    class: classOf(command),
    stance,
    dated,
    shows: JSON.stringify(showsOf(command)),
    binding_language: bindingLanguage,
    publisher,
    url,
    visibility,
  };
}

/** The item as the audit is told of it. */
export function notedOf(
  command: ItemCommand,
  { municipalityId }: Pick<EvidenceAssessment, 'municipalityId'>,
  { id, createdBy }: { id: string; createdBy: string | null },
) {
  const { kind, stance, visibility } = command;
  return {
    id,
    municipalityId,
    kind,
    class: classOf(command),
    stance,
    visibility,
    review: 'open' as const,
    createdBy,
    readerIds: [...readersOf(command)],
  };
}
