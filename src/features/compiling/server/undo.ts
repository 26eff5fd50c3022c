import type { z } from 'zod';
import type { Actor } from '#features/accounts/actor.ts';
import type { App } from '#server/app.ts';
import type { Tx } from '#server/database/db.ts';
import { readPicture, type CandidateState, type Picture } from '../picture.ts';
import type { undoStep } from '../schema.ts';
import { planUndo } from '../undo.ts';
import type { Board } from './access.ts';
import { isDrafted } from './board-store.ts';
import { readNeedsOf } from './place-store.ts';
import { readStep } from './step-store.ts';
import { pictureOf, refuse, takeStep, type StepRequest } from './take-step.ts';

/** Undoes a step, as far as what it did has not been changed since; undoing is a step of its own, and can be undone. */
export function undo(app: App, actor: Actor, command: StepRequest & z.infer<typeof undoStep>) {
  return takeStep(app, actor, command, async (tx, board) => {
    const step = await readStep(tx, board, command.number);
    if (!step) return refuse('number', 'compiling.fault.no-step');
    if (step.undoneBy !== null) return refuse('number', 'compiling.fault.already-undone');
    const before = readPicture(step.before);
    const after = readPicture(step.after);
    const plan = planUndo(
      before,
      after,
      await currentOf(tx, board, before, after),
      await occupiedBesides(tx, board, after),
    );
    const kept = plan.needsKept + plan.candidatesKept;
    if (plan.needs.size === 0 && plan.candidates.size === 0) {
      return refuse('number', 'compiling.fault.changed-since');
    }
    const candidates = new Map<string, CandidateState>();
    for (const [id, state] of plan.candidates) {
      if (!state) continue;
      if (state.retired && (await isDrafted(tx, board.municipalityId, id))) {
        return refuse('number', 'compiling.fault.drafted', { candidate: state.title });
      }
      candidates.set(id, state);
    }
    return {
      kind: 'change',
      change: {
        kind: 'undo',
        candidateId: step.candidateId,
        needs: plan.needs,
        candidates,
        undoes: command.number,
        kept,
      },
    };
  });
}

/** The board as it is, for what the step touched and the candidates that needs would go back to. */
function currentOf(tx: Tx, board: Board, before: Picture, after: Picture): Promise<Picture> {
  const homes = [...before.needs.values()].flatMap((place) => (place.at === 'candidate' ? [place.id] : []));
  return pictureOf(tx, board, [...after.needs.keys()], [...new Set([...after.candidates.keys(), ...homes])]);
}

async function occupiedBesides(tx: Tx, board: Board, after: Picture): Promise<Set<string>> {
  const inside = await readNeedsOf(tx, board.municipalityId, [...after.candidates.keys()]);
  return new Set(inside.filter(({ id }) => !after.needs.has(id)).map(({ candidateId }) => candidateId));
}
