import type { Actor } from '#features/accounts/actor.ts';
import type { App } from '#server/app.ts';
import { openBoard, type BoardKeys } from './access.ts';
import { frame } from './frame.ts';
import { readLog } from './step-store.ts';

const stepsShown = 50;

/** Every step of a board, latest first, a page at a time. */
export async function showLog(
  app: App,
  actor: Actor,
  keys: BoardKeys,
  { before, done }: { before: number | undefined; done: number | undefined },
) {
  const board = await openBoard(app, actor, keys);
  const [framed, rows] = await Promise.all([
    frame(app, actor, board, done),
    readLog(app.db, board, before, stepsShown + 1),
  ]);
  const steps = rows.slice(0, stepsShown);
  return { ...framed, steps, next: rows.length > stepsShown ? (steps.at(-1)?.number ?? null) : null };
}

export type LogPage = Awaited<ReturnType<typeof showLog>>;
