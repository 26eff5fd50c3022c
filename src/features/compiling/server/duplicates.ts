import type { Actor } from '#features/accounts/actor.ts';
import type { App } from '#server/app.ts';
import { groupAlike } from '../alike.ts';
import { openBoard, type BoardKeys } from './access.ts';
import { frame } from './frame.ts';
import { readStatements, readTheseNeeds } from './need-store.ts';

const groupsShown = 10;
/** Needs of one group that are shown; the others come when these have their place. */
const membersShown = 30;

/**
 * Groups of needs that likely say the same and do not yet stand in one candidate, largest first: a worklist that grows
 * shorter as it is worked on. Needs that were set aside are left out.
 */
export async function listDuplicates(
  app: App,
  actor: Actor,
  keys: BoardKeys,
  { skip, done }: { skip: number; done: number | undefined },
) {
  const board = await openBoard(app, actor, keys);
  const statements = await readStatements(app.db, board);
  const candidateOf = new Map(statements.map(({ id, candidateId }) => [id, candidateId]));
  const open = groupAlike(statements).filter((ids) => {
    const places = new Set(ids.map((id) => candidateOf.get(id) ?? null));
    return places.size > 1 || places.has(null);
  });
  const shown = open.slice(skip, skip + groupsShown).map((ids) => ids.slice(0, membersShown));
  const [framed, rows] = await Promise.all([
    frame(app, actor, board, done),
    readTheseNeeds(app.db, board, shown.flat()),
  ]);
  const needs = new Map(rows.map((need) => [need.id, need]));
  return {
    ...framed,
    total: open.length,
    skip,
    next: open.length > skip + groupsShown ? skip + groupsShown : null,
    groups: shown.map((ids) => ids.flatMap((id) => needs.get(id) ?? [])),
  };
}

export type DuplicatesPage = Awaited<ReturnType<typeof listDuplicates>>;
