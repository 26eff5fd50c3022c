import type { Actor } from '#features/accounts/actor.ts';
import type { FieldFault, Fields, Outcome } from '#forms/form.ts';
import type { App } from '#server/app.ts';
import { recordAudit } from '#server/audit/audit.ts';
import { inTransaction, type Tx } from '#server/database/db.ts';
import { idOf } from '#server/datapackage/ids.ts';
import type { CandidateState, Picture } from '../picture.ts';
import type { Place } from '../place.ts';
import type { StepKind } from '../step.ts';
import { openToCompile, type Board, type BoardKeys } from './access.ts';
import { isFrozen, lockBoard } from './board-store.ts';
import { countAgain } from './counts-store.ts';
import { readCandidateStates, readPlaces, writeCandidates, writePlaces } from './place-store.ts';
import { readStepById, writeStep } from './step-store.ts';

/** What a step changes: where needs go, and what candidates become. */
export interface Change {
  kind: StepKind;
  /** The candidate that it is about, for the log. */
  candidateId: string | null;
  needs?: ReadonlyMap<string, Place>;
  candidates?: ReadonlyMap<string, CandidateState>;
  reason?: string;
  undoes?: number;
  /** What of the step that is undone stays, having been changed since. */
  kept?: number;
}

export type Decision =
  | { kind: 'change'; change: Change }
  | { kind: 'refused'; faults: readonly FieldFault[] }
  | { kind: 'conflict'; theirs: Fields; theirVersion: number };

export interface TakenStep {
  number: number;
  candidateId: string | null;
  kept: number;
}

export interface StepRequest extends BoardKeys {
  /** Made with the form, so that a form sent twice is one step. */
  step: string;
  requestId?: string | undefined;
}

export function refuse(field: string, key: FieldFault['key'], values?: FieldFault['values']): Decision {
  return { kind: 'refused', faults: [values ? { field, key, values } : { field, key }] };
}

/**
 * Takes one step on a board: alone (the board is locked), once (by the form's id), and written down so that it can be undone.
 * @param decide looks at the board as it now is, in the step's transaction, and says what changes
 */
export async function takeStep(
  app: App,
  actor: Actor,
  request: StepRequest,
  decide: (tx: Tx, board: Board) => Promise<Decision>,
): Promise<Outcome<TakenStep>> {
  const { board, accountId } = await openToCompile(app, actor, request);
  const id = stepId(request, accountId);
  return inTransaction(app.db, async (tx) => {
    const steps = await lockBoard(tx, board);
    const taken = await readStepById(tx, board.municipalityId, id);
    if (taken) {
      return { kind: 'done', value: { number: taken.number, candidateId: taken.candidateId, kept: 0 } };
    }
    if (await isFrozen(tx, board)) return { kind: 'refused', faults: [frozen] };
    const decision = await decide(tx, board);
    if (decision.kind !== 'change') return decision;
    const number = steps + 1;
    await apply(tx, board, decision.change, {
      id,
      number,
      takenBy: accountId,
      takenAt: app.clock(),
      requestId: request.requestId,
    });
    const { candidateId, kept = 0 } = decision.change;
    return { kind: 'done', value: { number, candidateId, kept } };
  });
}

/** The same form with the same content, sent twice by the same person, is one step; sent with another content, another. */
function stepId({ requestId: _requestId, ...command }: StepRequest, accountId: string): string {
  return idOf('compiling_step', JSON.stringify([accountId, command]));
}

const frozen: FieldFault = { field: 'step', key: 'compiling.fault.frozen' };

interface Mark {
  id: string;
  number: number;
  takenBy: string;
  takenAt: Date;
  requestId: string | undefined;
}

async function apply(tx: Tx, board: Board, change: Change, mark: Mark): Promise<void> {
  const { kind, candidateId, needs = new Map(), candidates = new Map(), reason, undoes } = change;
  const before = await pictureOf(tx, board, [...needs.keys()], [...candidates.keys()]);
  const after: Picture = { needs, candidates };
  await writeCandidates(tx, board, candidates, mark.takenBy);
  await writePlaces(tx, board.municipalityId, needs, mark.number);
  await countAgain(tx, board, candidatesTouched(before, after));
  const { requestId, ...step } = mark;
  await writeStep(tx, board, {
    ...step,
    kind,
    candidateId,
    before,
    after,
    reason: reason ?? null,
    undoes: undoes ?? null,
  });
  await recordAudit(tx, {
    actor: mark.takenBy,
    action: `compile-${kind}`,
    subject: { kind: 'candidate', id: candidateId ?? board.mandateId },
    municipalityId: board.municipalityId,
    // What moved stands in the step itself; here, that it was taken.
    after: { mandate: board.mandateKey, step: mark.number, needs: needs.size },
    ...(reason === undefined ? {} : { reason }),
    ...(requestId === undefined ? {} : { requestId }),
  });
}

/** The candidates that needs left or came to. */
function candidatesTouched(before: Picture, after: Picture): string[] {
  const places = [...before.needs.values(), ...after.needs.values()];
  return [...new Set(places.flatMap((place) => (place.at === 'candidate' ? [place.id] : [])))];
}

/** The board as it now is, for some needs and candidates. */
export async function pictureOf(
  tx: Tx,
  board: Board,
  needIds: readonly string[],
  candidateIds: readonly string[],
): Promise<Picture> {
  const needs = await readPlaces(tx, board, needIds);
  const states = await readCandidateStates(tx, board, candidateIds);
  return {
    needs,
    candidates: new Map(candidateIds.map((id) => [id, withoutVersion(states.get(id))])),
  };
}

function withoutVersion(state: (CandidateState & { version: number }) | undefined): CandidateState | null {
  if (!state) return null;
  const { version: _version, ...known } = state;
  return known;
}
