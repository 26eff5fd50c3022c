import type { Actor } from '#features/accounts/actor.ts';
import type { App } from '#server/app.ts';
import { DomainError } from '#server/errors.ts';
import { decidesReach, seatOf, worksOnCodes } from '../policy.ts';
import { readHandedIn, readRounds, readTasksToCode, readTasksToDecide } from './list-store.ts';

const most = 300;

/** What someone has to code, in the order in which it is best done. */
async function tasksToCode(app: App, actor: Actor) {
  if (actor.kind !== 'account') return [];
  const rows = await readTasksToCode(app.db, actor.id, most);
  return rows.filter(({ organisationId }) =>
    seatOf(actor, { municipalityId: '', seats: [{ seat: 1, accountId: actor.id, organisationId }] }),
  );
}

/** The task that follows another in someone's list; the first where the other isn't in it; undefined where none is left. */
export async function nextTask(app: App, actor: Actor, after: string): Promise<string | undefined> {
  const tasks = await tasksToCode(app, actor);
  const at = tasks.findIndex(({ id }) => id === after);
  const others = [...tasks.slice(at + 1), ...tasks.slice(0, Math.max(at, 0))];
  return others[0]?.id;
}

/** What waits to be coded and to be decided, what someone has handed in, and the rounds. @throws forbidden */
export async function showCoding(app: App, actor: Actor) {
  if (actor.kind !== 'account' || !worksOnCodes(actor)) throw new DomainError('forbidden', 'codes');
  const reach = decidesReach(actor);
  const [toCode, toDecide, handedIn, rounds] = await Promise.all([
    tasksToCode(app, actor),
    reach === 'all' || reach.length > 0 ? readTasksToDecide(app.db, reach, actor.id, most) : [],
    readHandedIn(app.db, actor.id, most),
    readRounds(app.db),
  ]);
  return { toCode, toDecide, handedIn, rounds };
}

export type CodingLists = Awaited<ReturnType<typeof showCoding>>;
