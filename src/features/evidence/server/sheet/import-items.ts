import { randomUUID } from 'node:crypto';
import type { Actor } from '#features/accounts/actor.ts';
import { holdAssessment } from '#features/rounds/server/assessments.ts';
import { takesEvidence, type Stage } from '#features/rounds/stage.ts';
import type { SentAhead } from '#forms/uploads.ts';
import type { Language, Localised } from '#i18n/languages.ts';
import { translator } from '#i18n/translate.ts';
import type { App } from '#server/app.ts';
import { inTransaction, type Db } from '#server/database/db.ts';
import type { SheetRefusal } from '#server/spreadsheet/read-sheet.ts';
import type { CellFault, SheetRows } from '#server/spreadsheet/sheet.ts';
import { gathersIn } from '../../policy.ts';
import { assessmentToSee } from '../access.ts';
import { writeChange } from '../changing.ts';
import { itemChoices, writeNew, type FormChoices } from '../gathering.ts';
import { holdItems } from '../item-store.ts';
import { readSheetContext } from './context.ts';
import { duplicatesOfPlan, type SentDuplicate } from './duplicates.ts';
import type { PlannedChange, PlannedNew } from './read-line.ts';
import { readEvidenceSheet, type SheetPlan } from './read-sheet.ts';
import type { FileFault, SentFiles } from './sent-files.ts';

/** Shown at once: who has more mends these first. */
const mostFaults = 200;
/** Lines that are told of one by one; of more, how many there are. */
const mostShown = 200;

/** A line as the look at the file tells of it. */
export interface ShownLine {
  line: number;
  kind: PlannedNew['command']['kind'];
  shows: Localised;
  isNew: boolean;
  /** Names of the fields that differ; of a new one, none. */
  changed: readonly string[];
  files: readonly string[];
}

interface Carried {
  /** The lines and the files, so that nobody chooses them a second time. */
  rows: SheetRows | undefined;
  sent: readonly SentAhead[];
}

export type EvidenceSheetOutcome = Carried &
  (
    | { kind: 'unreadable'; why: SheetRefusal | 'too-much' }
    | { kind: 'faults'; faults: CellFault[]; fileFaults: FileFault[] }
    | {
        kind: 'sound';
        batch: string;
        added: number;
        changed: number;
        same: number;
        lines: ShownLine[];
        duplicates: SentDuplicate[];
      }
  );

interface HandedIn {
  rows: SheetRows;
  sent: SentFiles;
  language: Language;
}

/** What someone can do with the list of an assessment. @throws not-found */
export async function beginItemSheet(app: App, actor: Actor, assessmentId: string) {
  const assessment = await assessmentToSee(app.db, actor, assessmentId);
  const mayHandIn = gathersIn(actor, assessment.municipalityId) && takesEvidence(assessment.stage);
  return { assessment, mayHandIn };
}

/** Reads a list and says what it would do, or what is wrong cell by cell; nothing is written. @throws not-found, forbidden */
export async function tryItems(
  app: App,
  actor: Actor,
  assessmentId: string,
  given: HandedIn,
): Promise<EvidenceSheetOutcome> {
  const choices = await itemChoices(app, actor, assessmentId);
  const batch = randomUUID();
  const plan = await planOf(app.db, actor, { ...given, choices, batch, stage: choices.assessment.stage });
  const duplicates = isFaulty(plan)
    ? []
    : await duplicatesOfPlan(app.db, actor, [...plan.added, ...plan.changed]);
  return toldOf(plan, { ...given, batch, duplicates });
}

/**
 * Adds and changes what a list says, all of it or nothing: one transaction, in which what was found before is looked at again.
 * @param batch as the look at the file gave it; sent twice, it adds its new lines once
 * @throws not-found, forbidden
 */
export async function importItems(
  app: App,
  actor: Actor,
  assessmentId: string,
  given: HandedIn & { batch: string },
  requestId?: string,
): Promise<EvidenceSheetOutcome> {
  const choices = await itemChoices(app, actor, assessmentId);
  const { assessment } = choices;
  const plan = await inTransaction(app.db, async (tx) => {
    const held = await holdAssessment(tx, assessment.id);
    await holdItems(tx, { municipalityId: assessment.municipalityId, assessmentId: assessment.id });
    const planned = await planOf(tx, actor, { ...given, choices, stage: held.stage });
    if (isFaulty(planned)) return planned;
    for (const { command, details, files } of planned.added)
      await writeNew(app, tx, actor, assessment, { command, details, files, requestId });
    for (const { item, command, details, files, kept } of planned.changed)
      await writeChange(app, tx, actor, item, { command, details, files, kept, requestId });
    return planned;
  });
  return toldOf(plan, { ...given, duplicates: [] });
}

async function planOf(
  db: Db,
  actor: Actor,
  given: HandedIn & { choices: FormChoices; batch: string; stage: Stage },
): Promise<SheetPlan> {
  const { choices, batch, sent, language, stage } = given;
  const { assessment, components, people } = choices;
  const context = await readSheetContext(db, { assessment, stage, components, people, actor, language });
  return readEvidenceSheet(given.rows, { context, choices, sent, batch, t: translator(language) });
}

function isFaulty({ faults, fileFaults }: SheetPlan): boolean {
  return faults.length + fileFaults.length > 0;
}

function toldOf(
  plan: SheetPlan,
  { rows, sent, batch, duplicates }: HandedIn & { batch: string; duplicates: SentDuplicate[] },
): EvidenceSheetOutcome {
  const { added, changed, same, faults, fileFaults } = plan;
  const carried = { rows, sent: [...sent.files.values()].map(({ id, name }) => ({ id, name })) };
  if (isFaulty(plan)) return { ...carried, kind: 'faults', faults: faults.slice(0, mostFaults), fileFaults };
  if (added.length + changed.length + same === 0) return { ...carried, kind: 'unreadable', why: 'empty' };
  return {
    ...carried,
    kind: 'sound',
    batch,
    added: added.length,
    changed: changed.length,
    same,
    lines: [...added, ...changed]
      .toSorted((a, b) => a.line - b.line)
      .slice(0, mostShown)
      .map(shownOf),
    duplicates,
  };
}

function shownOf(planned: PlannedNew | PlannedChange): ShownLine {
  const { line, command, files } = planned;
  const { kind, showsSq, showsEn } = command;
  return {
    line,
    kind,
    shows: { ...(showsSq ? { sq: showsSq } : {}), ...(showsEn ? { en: showsEn } : {}) },
    isNew: !('item' in planned),
    changed: 'item' in planned ? planned.changed : [],
    files: files.map(({ name }) => name),
  };
}
