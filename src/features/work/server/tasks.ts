import { holdsForNetwork, municipalitiesOf, type Actor } from '#features/accounts/actor.ts';
import type { Role } from '#features/accounts/role.ts';
import { listConclusionTasks } from '#features/conclusions/server/follow-ups.ts';
import { listArticleTasks } from '#features/articles/server/review.ts';
import { listDisputeTasks } from '#features/disputes/server/work.ts';
import { listNetworkTasks } from '#features/network/server/tasks.ts';
import { listQuestionTasks } from '#features/experiences/server/questions.ts';
import { listExperienceTasks } from '#features/experiences/server/work.ts';
import { listReplyTasks } from '#features/replies/server/tasks.ts';
import { listViewTasks } from '#features/voice/server/moderating.ts';
import type { App } from '#server/app.ts';
import { dayOf } from '#server/cache/day.ts';
import { sortTasks, type Task } from '../task.ts';
import { readWaiting, type WaitingRow } from './tasks-store.ts';

/** What is to come is told so many days ahead. */
const daysAhead = 14;
const mostOfAKind = 50;

/** What waits for someone, by their roles, the most urgent first. */
export async function listTasks(app: App, actor: Actor): Promise<Task[]> {
  const idsOf = (...roles: Role[]) => {
    const ids = municipalitiesOf(actor, ...roles);
    // Those who work for the whole network approve; the work in a municipality is that of its own people.
    return ids === 'all' ? [] : ids;
  };
  const reach = {
    listening: idsOf('facilitator', 'editor'),
    editing: idsOf('editor'),
    gathering: idsOf('monitor', 'editor'),
    approving: holdsForNetwork(actor, 'coordinator'),
  };
  const { listening, editing, gathering, approving } = reach;
  if ([listening, editing, gathering].every((ids) => ids.length === 0) && !approving) {
    const own = await Promise.all([
      listReplyTasks(app, actor),
      listExperienceTasks(app, actor),
      listQuestionTasks(app, actor),
    ]);
    return sortTasks(own.flat());
  }
  const now = app.clock();
  const soon = dayOf(new Date(now.getTime() + daysAhead * 86_400_000));
  const rows = await readWaiting(app.db, reach, { today: dayOf(now), soon, most: mostOfAKind });
  const others = await Promise.all([
    listViewTasks(app, actor),
    listReplyTasks(app, actor),
    listDisputeTasks(app, actor),
    listConclusionTasks(app, actor),
    listArticleTasks(app, actor),
    listNetworkTasks(app, actor),
    listExperienceTasks(app, actor),
    listQuestionTasks(app, actor),
  ]);
  return sortTasks([...rows.map(present), ...others.flat()]);
}

function present(row: WaitingRow): Task {
  const { kind, municipalityKey: key, municipalityName: name, count, due } = row;
  return {
    key: `work.task.${kind}`,
    values: { count },
    href: placeOf(row),
    municipality: { key, name },
    due,
  };
}

function placeOf({ kind, subjectId, municipalityKey }: WaitingRow): string {
  switch (kind) {
    case 'session-to-hold':
    case 'session-to-record':
    case 'needs-to-review':
      return `/work/listening/${subjectId}`;
    case 'needs-to-compile':
      return `/work/compiling?municipality=${municipalityKey}`;
    case 'contract-to-write':
    case 'contract-to-approve':
      return `/work/contracts/${subjectId}`;
    case 'request-to-send':
    case 'request-late':
      return `/work/requests/${subjectId}`;
    case 'evidence-to-review':
      return `/work/evidence/${subjectId}?state=open`;
    case 'signature-to-follow':
      return `/work/contracts?municipality=${municipalityKey}`;
  }
}
