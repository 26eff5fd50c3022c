import { municipalitiesOf, type Actor } from '#features/accounts/actor.ts';
import type { Task } from '#features/work/task.ts';
import type { App } from '#server/app.ts';
import { dayOf } from '#server/cache/day.ts';
import { readWaitingInRounds, type WaitingInRound } from './round-tasks-store.ts';

/** What is to come is told so many days ahead. */
const daysAhead = 14;
const mostOfAKind = 50;

/** What of rounds waits for someone: as a monitor, as a coder wherever that is, and as an editor. */
export async function listRoundTasks(app: App, actor: Actor): Promise<Task[]> {
  if (actor.kind !== 'account') return [];
  const now = app.clock();
  const soon = dayOf(new Date(now.getTime() + daysAhead * 86_400_000));
  const days = { today: dayOf(now), soon, most: mostOfAKind };
  const reach = municipalitiesOf(actor, 'editor');
  const editing = reach === 'all' ? [] : reach;
  const rows = await readWaitingInRounds(app.db, { accountId: actor.id, editing }, days);
  return rows.map(present);
}

function present(row: WaitingInRound): Task {
  const { kind, municipalityKey: key, municipalityName: name, count, due } = row;
  return {
    key: `rounds.task.${kind}`,
    values: { count },
    href: placeOf(row),
    municipality: { key, name },
    due,
  };
}

function placeOf({ kind, assessmentId }: WaitingInRound): string {
  switch (kind) {
    case 'evidence-to-gather':
    case 'people-to-assign':
    case 'coding-to-open':
      return `/work/rounds/assessments/${assessmentId}`;
    case 'components-to-code':
      return '/work/coding';
  }
}
