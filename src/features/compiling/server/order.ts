import type { z } from 'zod';
import type { Actor } from '#features/accounts/actor.ts';
import type { FieldFault, Outcome } from '#forms/form.ts';
import type { App } from '#server/app.ts';
import { recordAudit } from '#server/audit/audit.ts';
import { idOf } from '#server/datapackage/ids.ts';
import { inTransaction, type Db, type Tx } from '#server/database/db.ts';
import { DomainError } from '#server/errors.ts';
import {
  approvalScores,
  bordaScores,
  rankBy,
  supportScores,
  type Contender,
  type Method,
  type Scores,
} from '../ordering.ts';
import { canDecideOrder } from '../policy.ts';
import type { addPoll, decideOrder, dropPoll, rankCandidates } from '../order-schema.ts';
import { openBoard, openToCompile, type Board, type BoardKeys } from './access.ts';
import { isFrozen, lockBoard, type BoardIds } from './board-store.ts';
import { readTitles } from './candidate-store.ts';
import { frame } from './frame.ts';
import * as store from './order-store.ts';
import { readSupport } from './support.ts';
import type { StepRequest } from './take-step.ts';

const mostCandidates = 1000;

/** The open candidates of a board with what may order them. */
async function readContenders(db: Db, board: BoardIds): Promise<Contender[]> {
  const [titles, support] = await Promise.all([
    readTitles(db, board, mostCandidates),
    readSupport(db, board),
  ]);
  return titles.map(({ id, title }) => {
    const { needs = 0, sessions = 0, people = null } = support.get(id) ?? {};
    return { id, title, needs, sessions, people };
  });
}

/** What a board's candidates can be ordered by, what people said so far, and every order that was decided. */
export async function showOrder(app: App, actor: Actor, keys: BoardKeys) {
  const board = await openBoard(app, actor, keys);
  const [framed, contenders, rankings, polls, orders] = await Promise.all([
    frame(app, actor, board, undefined),
    readContenders(app.db, board),
    store.readRankings(app.db, board),
    store.readPolls(app.db, board),
    store.readOrders(app.db, board),
  ]);
  const mine = rankings.find(({ accountId }) => actor.kind === 'account' && accountId === actor.id);
  return {
    ...framed,
    contenders,
    rankers: rankings.map(({ name, savedAt }) => ({ name, savedAt })),
    mine: mine?.ranked ?? [],
    polls,
    orders,
  };
}

export type OrderPage = Awaited<ReturnType<typeof showOrder>>;

/** Runs a change of what orders the candidates: alone on the board, and never on a frozen one. */
async function change<T>(
  app: App,
  actor: Actor,
  request: StepRequest,
  work: (tx: Tx, board: Board, accountId: string) => Promise<Outcome<T>>,
): Promise<Outcome<T>> {
  const { board, accountId } = await openToCompile(app, actor, request);
  return inTransaction(app.db, async (tx) => {
    await lockBoard(tx, board);
    if (await isFrozen(tx, board)) return refused('step', 'compiling.fault.frozen');
    return work(tx, board, accountId);
  });
}

function refused(field: string, key: FieldFault['key'], values?: FieldFault['values']): Outcome<never> {
  return { kind: 'refused', faults: [values ? { field, key, values } : { field, key }] };
}

function audit(tx: Tx, board: Board, accountId: string, action: string, after: Record<string, unknown>) {
  return recordAudit(tx, {
    actor: accountId,
    action,
    subject: { kind: 'compiling-board', id: board.mandateId },
    municipalityId: board.municipalityId,
    after: { mandate: board.mandateKey, ...after },
  });
}

/** Keeps someone's own ranking, in place of their earlier one. */
export function rank(app: App, actor: Actor, command: StepRequest & z.infer<typeof rankCandidates>) {
  return change(app, actor, command, async (tx, board, accountId) => {
    const known = new Set((await readTitles(tx, board, mostCandidates)).map(({ id }) => id));
    const ranked = command.ranked.filter((id) => known.has(id));
    await store.writeRanking(tx, board, { accountId, ranked, savedAt: app.clock() });
    await audit(tx, board, accountId, 'rank-candidates', { ranked: ranked.length });
    return { kind: 'done', value: null };
  });
}

/** Writes down the count of a vote by approval, of one place and day. */
export function countPoll(app: App, actor: Actor, command: StepRequest & z.infer<typeof addPoll>) {
  return change(app, actor, command, async (tx, board, accountId) => {
    const { heldOn, place, ballots, counts } = command;
    const known = new Set((await readTitles(tx, board, mostCandidates)).map(({ id }) => id));
    const own = counts.filter(({ candidateId }) => known.has(candidateId));
    if (own.length === 0) return refused('ballots', 'compiling.fault.no-counts');
    const id = idOf('approval_poll', JSON.stringify([accountId, command.step, heldOn, place, ballots, own]));
    const isNew = await store.writePoll(tx, board, {
      id,
      heldOn,
      place,
      ballots,
      counts: own,
      createdBy: accountId,
    });
    if (isNew) await audit(tx, board, accountId, 'count-approval', { poll: id, heldOn, ballots });
    return { kind: 'done', value: null };
  });
}

/** Takes away a count that was entered by mistake. Orders that were decided with it stay as they are. */
export function removePoll(app: App, actor: Actor, command: StepRequest & z.infer<typeof dropPoll>) {
  return change(app, actor, command, async (tx, board, accountId) => {
    if (await store.deletePoll(tx, board, command.poll)) {
      await audit(tx, board, accountId, 'remove-approval-count', { poll: command.poll });
    }
    return { kind: 'done', value: null };
  });
}

/** Decides the order by a method, from what has been said so far; orders before stay in the record of the board. */
export function decide(app: App, actor: Actor, command: StepRequest & z.infer<typeof decideOrder>) {
  return change(app, actor, command, async (tx, board, accountId) => {
    if (!canDecideOrder(actor, board.municipalityId)) throw new DomainError('forbidden', 'decides no order');
    const contenders = await readContenders(tx, board);
    if (contenders.length === 0) return refused('method', 'compiling.fault.no-candidates');
    const basis = await basisOf(tx, board, command.method, contenders);
    if (basis.voices === 0) return refused('method', `compiling.fault.no-${command.method}`);
    const titles = new Map(contenders.map(({ id, title }) => [id, title]));
    const result = rankBy(contenders, basis.scores).map(({ id, position, place, score }) => ({
      id,
      title: titles.get(id) ?? '',
      position,
      place,
      score: score.join(' / '),
    }));
    const { method, note } = command;
    const id = idOf('candidate_order', JSON.stringify([accountId, command.step, method, note]));
    const order = {
      id,
      method,
      note,
      voices: basis.voices,
      result,
      decidedBy: accountId,
      decidedAt: app.clock(),
    };
    const isNew = await store.writeOrder(tx, board, order);
    if (isNew) await audit(tx, board, accountId, 'order-candidates', { method, voices: basis.voices });
    return { kind: 'done', value: null };
  });
}

/** What a method goes by, and how many spoke: persons who ranked, ballots, or sessions. */
async function basisOf(
  tx: Tx,
  board: Board,
  method: Method,
  contenders: readonly Contender[],
): Promise<{ scores: Scores; voices: number }> {
  const ids = contenders.map(({ id }) => id);
  switch (method) {
    case 'ranking': {
      const ballots = (await store.readRankings(tx, board)).map(({ ranked }) => ranked);
      return { scores: bordaScores(ids, ballots), voices: ballots.length };
    }
    case 'approval': {
      const polls = await store.readPolls(tx, board);
      return {
        scores: approvalScores(
          ids,
          polls.flatMap(({ counts }) => counts),
        ),
        voices: polls.reduce((sum, { ballots }) => sum + ballots, 0),
      };
    }
    case 'support':
      return {
        scores: supportScores(contenders),
        voices: Math.max(...contenders.map(({ sessions }) => sessions)),
      };
  }
}
