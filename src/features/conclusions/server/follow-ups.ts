import { holdsForNetwork, type Actor } from '#features/accounts/actor.ts';
import type { Task } from '#features/work/task.ts';
import type { App } from '#server/app.ts';
import { dayOf } from '#server/cache/day.ts';
import { DomainError } from '#server/errors.ts';
import type { ConclusionState } from '../conclusion.ts';
import { followsUp, mayAddOutcome, organisationsFollowing } from '../policy.ts';
import * as lists from './list-store.ts';
import { withStates } from './public.ts';

/** The conclusions that somebody may say something about: those not done yet, overdue ones first. @throws forbidden */
export async function showFollowUps(app: App, actor: Actor) {
  if (!followsUp(actor)) throw new DomainError('forbidden', 'follows nothing up');
  const rows = await lists.readOpenConclusions(app.db);
  const all = await withStates(app.db, rows, dayOf(app.clock()));
  return all
    .filter((one) => one.state !== 'done' && mayAddOutcome(actor, one, one.followers))
    .toSorted((a, b) => rank(a.state) - rank(b.state));
}

function rank(state: ConclusionState): number {
  return ['overdue', 'open', 'finding', 'done'].indexOf(state);
}

/** Days ahead for which a conclusion's day is told. */
const daysAhead = 14;

/** The conclusions that somebody's organisations follow up, overdue or due soon; coordinators are told of all that are overdue. */
export async function listConclusionTasks(app: App, actor: Actor): Promise<Task[]> {
  if (!followsUp(actor)) return [];
  const now = app.clock();
  const rows = await lists.readDueConclusions(app.db, {
    followers: organisationsFollowing(actor),
    isAll: holdsForNetwork(actor, 'coordinator'),
    today: dayOf(now),
    soon: dayOf(new Date(now.getTime() + daysAhead * 86_400_000)),
  });
  return rows.map(({ id, dueOn, municipalityKey, municipalityName, position }) => ({
    key: 'work.task.conclusion-to-follow',
    values: { number: position },
    href: `/work/conclusions/${id}`,
    ...(municipalityKey !== null && municipalityName !== null
      ? { municipality: { key: municipalityKey, name: municipalityName } }
      : {}),
    due: lastDayOf(dueOn),
  }));
}

/** The last day of a day, month or year. */
export function lastDayOf(date: string): string {
  if (date.length === 10) return date;
  if (date.length === 4) return `${date}-12-31`;
  const [year = 0, month = 1] = date.split('-').map(Number);
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10);
}
