import { deriveStatus, parseMapping, type Mapping } from '#features/monitoring/derivation.ts';
import type { Localised } from '#i18n/languages.ts';
import type { Db } from '#server/database/db.ts';
import type { Status } from '#features/monitoring/status.ts';
import * as store from './draft-store.ts';
import type { ReplyRequest } from './request-store.ts';

/** A priority as the draft has it: what was found, and the status that follows from it. */
export interface DraftPriority {
  id: string;
  /** Its place in the contract's order, from 1. */
  place: number;
  number: string | null;
  statement: Localised;
  status: Status;
  initiated: boolean;
  rationale: Localised | null;
  components: readonly {
    taskId: string;
    position: number;
    statement: Localised;
    code: string;
    rationale: Localised | null;
    /** The code before the reply changed it. */
    before: string | null;
  }[];
}

/** The draft that the town hall replies to: every priority of the contract with its status, derived from the settled codes. */
export async function readDraft(
  db: Db,
  { assessmentId, contractId, codebookId }: Pick<ReplyRequest, 'assessmentId' | 'contractId' | 'codebookId'>,
): Promise<DraftPriority[]> {
  const [priorities, settled, rationales, mapping] = await Promise.all([
    store.readPriorities(db, contractId),
    store.readSettled(db, assessmentId),
    store.readRationales(db, assessmentId),
    store.readMapping(db, codebookId),
  ]);
  const rules = parseMapping(mapping);
  return priorities.map(({ id, number, statement }, index) => {
    const components = settled.flatMap(({ priorityId, code, ...component }) =>
      priorityId === id && code !== null ? [{ ...component, code }] : [],
    );
    return {
      id,
      place: index + 1,
      number,
      statement,
      ...statusOf(rules, components),
      rationale: rationales.find(({ priorityId }) => priorityId === id)?.rationale ?? null,
      components,
    };
  });
}

function statusOf(rules: Mapping, components: readonly { code: string }[]) {
  const derived = deriveStatus(
    rules,
    components.map(({ code }) => code),
  );
  if (derived.kind !== 'derived') return { status: 'not-assessed' as const, initiated: false };
  return { status: derived.status, initiated: derived.initiated };
}
