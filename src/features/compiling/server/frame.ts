import { randomUUID } from 'node:crypto';
import type { Actor } from '#features/accounts/actor.ts';
import type { App } from '#server/app.ts';
import { canCompile, canDecideOrder } from '../policy.ts';
import type { Board } from './access.ts';
import { isFrozen } from './board-store.ts';
import { readTitles } from './candidate-store.ts';
import { readLoggedStep } from './step-store.ts';

/** Candidates offered in the list of where to put needs. */
const mostTitles = 1000;

/** What every page of a board has: which board, what may be done on it, and where needs can be put. */
export async function frame(app: App, actor: Actor, board: Board, done: number | undefined) {
  const [frozen, titles, step] = await Promise.all([
    isFrozen(app.db, board),
    readTitles(app.db, board, mostTitles),
    done === undefined ? undefined : readLoggedStep(app.db, board, done),
  ]);
  return {
    board,
    titles,
    frozen,
    canCompile: canCompile(actor, board.municipalityId) && !frozen,
    canDecideOrder: canDecideOrder(actor, board.municipalityId) && !frozen,
    /** The step that was just taken. */
    done: step ?? null,
    /** The id of the step that the page's form will take. */
    step: randomUUID(),
  };
}

export type BoardFrame = Awaited<ReturnType<typeof frame>>;
