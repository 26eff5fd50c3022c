import type { Actor } from '#features/accounts/actor.ts';
import { dropDraft } from '#features/work/server/drafts.ts';
import type { Fields, Outcome } from '#forms/form.ts';
import { isBefore, type Stage } from '#features/rounds/stage.ts';
import { holdAssessment } from '#features/rounds/server/assessments.ts';
import { barsOf } from '#features/rounds/server/conflicts.ts';
import type { App } from '#server/app.ts';
import { recordAudit } from '#server/audit/audit.ts';
import { dayOf } from '#server/cache/day.ts';
import { inTransaction } from '#server/database/db.ts';
import { DomainError, notFound } from '#server/errors.ts';
import { firstRationale, isBehind, liveStatus, type AssessedPriority, type Beside } from '../assessed.ts';
import { preparesStatuses } from '../policy.ts';
import type { WriteStatus } from '../schema.ts';
import { publicationFor, publicationToPrepare } from './acting.ts';
import type { PublicationRow } from './assessed-store.ts';
import { assessedOf, codebookIn, codebooksOf } from './assessed.ts';
import { writeStatusDraft } from './drafts-store.ts';
import { bindingOf } from './publish.ts';

/** Whether what stands beside statuses can still be written: from the last code on until somebody has prepared it. */
export function isWritable(stage: Stage): boolean {
  return !isBefore(stage, 'settled') && isBefore(stage, 'prepared');
}

/** What a form shows of what was written. */
export function fieldsOfBeside({ rationale, late, reversed, blockedBy }: Beside): Fields {
  return {
    rationale_sq: rationale.sq ?? '',
    rationale_en: rationale.en ?? '',
    late: late ? 'yes' : '',
    reversed: reversed ? 'yes' : '',
    blocked_by: blockedBy ?? '',
  };
}

/** What a form says beside a status. */
export function besideOfCommand(
  command: Pick<WriteStatus, 'rationale_sq' | 'rationale_en' | 'late' | 'reversed' | 'blocked_by'>,
): Beside {
  const { rationale_sq: sq, rationale_en: en, late, reversed, blocked_by } = command;
  return {
    rationale: { ...(sq ? { sq } : {}), ...(en ? { en } : {}) },
    late,
    reversed,
    blockedBy: blocked_by === '' ? null : blocked_by,
  };
}

function suggested(priority: AssessedPriority, { ends }: PublicationRow): Beside {
  return {
    rationale: firstRationale(priority),
    late: priority.components.some((component) => isBehind(component, ends)),
    reversed: false,
    blockedBy: null,
  };
}

async function codedPriority(app: App, row: PublicationRow, priorityId: string): Promise<AssessedPriority> {
  const priorities = (await assessedOf(app.db, [row.id])).get(row.id) ?? [];
  const priority = priorities.find(({ id, components }) => id === priorityId && components.length > 0);
  if (!priority || isBefore(row.stage, 'settled')) throw notFound(`status of ${priorityId}`);
  return priority;
}

/** A priority with its codes, the status that follows from them, and the form of what stands beside. @throws not-found */
export async function showStatusDraft(app: App, actor: Actor, id: string, priorityId: string) {
  const row = await publicationFor(app.db, actor, id);
  const priority = await codedPriority(app, row, priorityId);
  const codebook = codebookIn(await codebooksOf(app.db, [row.codebookId]), row.codebookId);
  const beside = priority.written ?? suggested(priority, row);
  return {
    publication: row,
    binding: bindingOf(row),
    priority,
    live: liveStatus(priority.components, codebook),
    behind: priority.components
      .filter((component) => isBehind(component, row.ends))
      .map(({ position }) => position),
    fields: fieldsOfBeside(beside),
    version: priority.written?.version ?? 0,
    writes: isWritable(row.stage) && preparesStatuses(actor, row.municipalityId),
  };
}

/**
 * Writes what stands beside a status: its rationale in public words, whether it is late, undone, or blocked by somebody else.
 * @throws not-found, forbidden, conflict where it is prepared or public already
 */
export async function saveStatusDraft(
  app: App,
  who: Actor,
  ids: { assessmentId: string; priorityId: string },
  command: WriteStatus,
  form: string,
): Promise<Outcome<null>> {
  const { row, actor } = await publicationToPrepare(app.db, who, ids.assessmentId);
  await codedPriority(app, row, ids.priorityId);
  const binding = bindingOf(row);
  if (command[`rationale_${binding}`] === '') {
    return {
      kind: 'refused',
      faults: [{ field: `rationale_${binding}`, key: 'publishing.fault.rationale' }],
    };
  }
  if ((await barsOf(app.db, actor.id, dayOf(app.clock()))).fromPriority(row.municipalityId, ids.priorityId)) {
    const field = `rationale_${binding}`;
    return { kind: 'refused', faults: [{ field, key: 'publishing.fault.conflict' }] };
  }
  const beside = besideOfCommand(command);
  return inTransaction(app.db, async (tx): Promise<Outcome<null>> => {
    const held = await holdAssessment(tx, ids.assessmentId);
    if (!isWritable(held.stage)) throw new DomainError('conflict', `status of a ${held.stage} assessment`);
    const before = (await assessedOf(tx, [row.id]))
      .get(row.id)
      ?.find(({ id }) => id === ids.priorityId)?.written;
    if (!(await writeStatusDraft(tx, ids, beside, command.version ?? 0))) {
      return {
        kind: 'conflict',
        theirs: before ? fieldsOfBeside(before) : {},
        theirVersion: before?.version ?? 0,
      };
    }
    await recordAudit(tx, {
      actor: actor.id,
      action: 'write',
      subject: { kind: 'status', id: ids.priorityId },
      municipalityId: row.municipalityId,
      ...(before ? { before: { ...before } } : {}),
      after: { ...beside },
    });
    await dropDraft(tx, actor, form);
    return { kind: 'done', value: null };
  });
}
