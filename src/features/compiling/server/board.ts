import { z } from 'zod';
import type { Actor } from '#features/accounts/actor.ts';
import type { App } from '#server/app.ts';
import { DomainError, notFound } from '#server/errors.ts';
import { needQuery, nearQuery } from '../need-query.ts';
import { boardsOf } from '../policy.ts';
import type { BoardFilter } from '../schema.ts';
import { noSupport } from '../support.ts';
import { openBoard, type Board, type BoardKeys } from './access.ts';
import { readBoards } from './board-store.ts';
import { readCandidate, readCandidates, readChoices } from './candidate-store.ts';
import { countNeeds } from './counts-store.ts';
import {
  findByWords,
  readBoardNeed,
  readBoardNeeds,
  readNearNeeds,
  type BoardNeed,
  type NeedQuery,
} from './need-store.ts';
import { frame } from './frame.ts';
import { readSupport } from './support.ts';

/** What an address holds where an id stands may be anything. */
function isUuid(text: string): boolean {
  return z.uuid().safeParse(text).success;
}

const needsShown = 50;
const candidatesShown = 40;
/** Needs that a search finds at most; more have nothing in common but a common word. */
const mostFound = 2000;
const nearShown = 20;
/** Statements less alike than this are not shown as likely the same. */
const leastSimilar = 0.3;

/** The boards that someone may open. @throws forbidden for those who compile nowhere */
export async function listBoards(app: App, actor: Actor) {
  const reach = boardsOf(actor);
  if (reach !== 'all' && reach.length === 0) throw new DomainError('forbidden', 'boards');
  return readBoards(app.db, reach);
}

export type ListedBoard = Awaited<ReturnType<typeof listBoards>>[number];

/** A page of needs; where words were asked and none is found as typed, words one slip away are tried. */
async function findNeeds(
  app: App,
  board: Board,
  typed: string | undefined,
  query: Omit<NeedQuery, 'among' | 'limit'>,
) {
  const { among, slips } = await findWords(app, board, typed);
  return pageOf(await readBoardNeeds(app.db, board, { ...query, among, limit: needsShown + 1 }), slips);
}

async function findWords(app: App, board: Board, typed: string | undefined) {
  const words = typed === undefined ? undefined : needQuery(typed, board, false);
  if (typed === undefined || words === undefined) return { among: undefined, slips: false };
  const among = await findByWords(app.db, words, mostFound);
  if (among.length > 0) return { among, slips: false };
  const similar = needQuery(typed, board, true) ?? words;
  return { among: await findByWords(app.db, similar, mostFound), slips: true };
}

function pageOf(rows: readonly BoardNeed[], slips: boolean) {
  const needs = rows.slice(0, needsShown);
  return { needs, slips, next: rows.length > needsShown ? (needs.at(-1)?.id ?? null) : null };
}

/** A board: a page of needs on one side, a page of candidates on the other. */
export async function showBoard(app: App, actor: Actor, keys: BoardKeys, filter: BoardFilter) {
  const board = await openBoard(app, actor, keys);
  const [framed, counts, found, candidates, choices] = await Promise.all([
    frame(app, actor, board, filter.done),
    countNeeds(app.db, board),
    findNeeds(app, board, filter.q, { filter }),
    readCandidates(app.db, board, { text: filter.c, after: filter.cafter, limit: candidatesShown + 1 }),
    readChoices(app.db, board),
  ]);
  const shown = candidates.slice(0, candidatesShown);
  return {
    ...framed,
    ...found,
    counts,
    choices,
    candidates: shown,
    nextCandidate: candidates.length > candidatesShown ? (shown.at(-1)?.id ?? null) : null,
  };
}

export type BoardPage = Awaited<ReturnType<typeof showBoard>>;

/** One candidate with a page of its needs. @throws not-found */
export async function showCandidate(
  app: App,
  actor: Actor,
  keys: BoardKeys,
  id: string,
  filter: Pick<BoardFilter, 'after' | 'done'>,
) {
  const board = await openBoard(app, actor, keys);
  const candidate = isUuid(id) ? await readCandidate(app.db, board, id) : undefined;
  if (!candidate) throw notFound(`candidate ${id}`);
  const query = { filter: { place: 'all', after: filter.after }, candidateId: id } as const;
  const [framed, found, choices, support] = await Promise.all([
    frame(app, actor, board, filter.done),
    findNeeds(app, board, undefined, query),
    readChoices(app.db, board),
    readSupport(app.db, board, [id]),
  ]);
  return { ...framed, ...found, candidate, fields: choices.fields, support: support.get(id) ?? noSupport };
}

export type CandidatePage = Awaited<ReturnType<typeof showCandidate>>;

/** One need with those that likely say the same. @throws not-found */
export async function showNearNeeds(
  app: App,
  actor: Actor,
  keys: BoardKeys,
  id: string,
  filter: Pick<BoardFilter, 'done'>,
) {
  const board = await openBoard(app, actor, keys);
  const need = isUuid(id) ? await readBoardNeed(app.db, board, id) : undefined;
  if (!need) throw notFound(`need ${id}`);
  const [framed, near] = await Promise.all([
    frame(app, actor, board, filter.done),
    findNear(app, board, need),
  ]);
  return { ...framed, need, near };
}

async function findNear(app: App, board: Board, { id, statement }: BoardNeed) {
  const words = nearQuery(statement, board);
  if (words === undefined) return [];
  return readNearNeeds(app.db, board, { id, statement, words, least: leastSimilar, limit: nearShown });
}

export type NearPage = Awaited<ReturnType<typeof showNearNeeds>>;
