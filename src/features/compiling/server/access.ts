import type { Actor } from '#features/accounts/actor.ts';
import type { App } from '#server/app.ts';
import { DomainError, notFound } from '#server/errors.ts';
import { canCompile, canDecideOrder, canSeeBoard } from '../policy.ts';
import { readBoard } from './board-store.ts';

/** How an address names a board. */
export interface BoardKeys {
  municipality: string;
  mandate: string;
}

/** The board that an address names. @throws not-found where there is none, or none for this person */
export async function openBoard(app: App, actor: Actor, keys: BoardKeys) {
  const board = await readBoard(app.db, keys.municipality, keys.mandate);
  if (!board || !canSeeBoard(actor, board.municipalityId)) {
    throw notFound(`board ${keys.municipality} ${keys.mandate}`);
  }
  return board;
}

export type Board = Awaited<ReturnType<typeof openBoard>>;

/** The same for someone who works on it. @throws forbidden for those who may read it alone */
export async function openToCompile(app: App, actor: Actor, keys: BoardKeys) {
  const board = await openBoard(app, actor, keys);
  if (actor.kind !== 'account' || !canCompile(actor, board.municipalityId)) {
    throw new DomainError('forbidden', 'reads the board and does not compile');
  }
  return { board, accountId: actor.id };
}

/** The same for someone who decides the order. @throws forbidden for those who compile alone */
export async function openToDecide(app: App, actor: Actor, keys: BoardKeys) {
  const opened = await openToCompile(app, actor, keys);
  if (!canDecideOrder(actor, opened.board.municipalityId)) {
    throw new DomainError('forbidden', 'decides no order');
  }
  return opened;
}
