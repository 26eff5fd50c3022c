import type { Actor } from '#features/accounts/actor.ts';
import type { App } from '#server/app.ts';
import { groupAlike } from '../alike.ts';
import { alikeQuery } from '../need-query.ts';
import { openBoard, type Board, type BoardKeys } from './access.ts';
import { readAlike, readStatements, type Said } from './alike-store.ts';
import { frame } from './frame.ts';
import { readTheseNeeds } from './need-store.ts';

/** Needs that are looked at together, and how often before a page is shown with less. */
const windowSize = 20;
const mostWindows = 6;
/** A page ends with the window in which it has so many groups. */
const groupsWanted = 8;
/** Needs of one group that are shown; the others come when these have their place. */
const membersShown = 30;

/**
 * Groups of needs that likely say the same and do not yet stand in one candidate: a worklist that grows shorter as it is
 * worked on. The board is walked by need, since to compare all of 20,000 with each other takes seconds; needs that were set
 * aside are left out.
 */
export async function listDuplicates(
  app: App,
  actor: Actor,
  keys: BoardKeys,
  { after, done }: { after: string | undefined; done: number | undefined },
) {
  const board = await openBoard(app, actor, keys);
  const { groups, next } = await findGroups(app, board, after);
  const shown = groups.toSorted((a, b) => b.length - a.length).map((ids) => ids.slice(0, membersShown));
  const [framed, rows] = await Promise.all([
    frame(app, actor, board, done),
    readTheseNeeds(app.db, board, shown.flat()),
  ]);
  const needs = new Map(rows.map((need) => [need.id, need]));
  return {
    ...framed,
    after: after ?? null,
    next,
    groups: shown.map((ids) => ids.flatMap((id) => needs.get(id) ?? [])),
  };
}

export type DuplicatesPage = Awaited<ReturnType<typeof listDuplicates>>;

/** Walks on until there is a page of groups. @returns next: the need after which the following page begins */
async function findGroups(app: App, board: Board, from: string | undefined) {
  const groups: string[][] = [];
  const shown = new Set<string>();
  let after = from;
  for (let windows = 0; windows < mostWindows && groups.length < groupsWanted; windows += 1) {
    const looked = await readStatements(app.db, board, { after, limit: windowSize });
    // Those that stand in a group already would find that group again.
    const alone = looked.filter(({ id }) => !shown.has(id));
    for (const group of await groupsAround(app, board, alone)) {
      // A group belongs to the page of its first need.
      const isFirst = after === undefined || group.every((id) => id > (after ?? ''));
      if (!isFirst || group.some((id) => shown.has(id))) continue;
      for (const id of group) shown.add(id);
      groups.push(group);
    }
    const last = looked.at(-1);
    if (!last || looked.length < windowSize) return { groups, next: null };
    after = last.id;
  }
  return { groups, next: after ?? null };
}

/** The open groups that have one of these needs: those not all in one candidate. */
async function groupsAround(app: App, board: Board, looked: readonly Said[]): Promise<string[][]> {
  const queries = looked.flatMap(({ statement }) => alikeQuery(statement, board) ?? []);
  const said = new Map(
    [...looked, ...(await readAlike(app.db, board, queries))].map((need) => [need.id, need]),
  );
  const own = new Set(looked.map(({ id }) => id));
  const sorted = [...said.values()].toSorted((a, b) => (a.id < b.id ? -1 : 1));
  return groupAlike(sorted).filter((ids) => {
    const places = new Set(ids.map((id) => said.get(id)?.candidateId ?? null));
    return ids.some((id) => own.has(id)) && (places.size > 1 || places.has(null));
  });
}
