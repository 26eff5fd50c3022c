import type { Actor } from '#features/accounts/actor.ts';
import { listDecisionTasks } from '#features/coding/server/tasks.ts';
import { listRoundTasks } from '#features/rounds/server/round-tasks.ts';
import { listStands } from '#features/rounds/server/stands.ts';
import { listPublicationTasks } from '#features/publishing/server/tasks.ts';
import type { App } from '#server/app.ts';
import { dayOf } from '#server/cache/day.ts';
import { notFound } from '#server/errors.ts';
import { nextStep, standOf } from '../cycle.ts';
import { followedMunicipalities } from '../policy.ts';
import type { WorkFilter } from '../schema.ts';
import { sortTasks } from '../task.ts';
import { readCycleFacts, readFollowed } from './cycle-store.ts';
import { listCycles } from './cycles.ts';
import { listDrafts } from './drafts.ts';
import { listTasks } from './tasks.ts';

const pageSize = 100;

/** The cycle that is worked on: the one asked for, else the newest with a plan, else the newest. */
async function chooseCycle(app: App, asked: string | undefined) {
  const cycles = await listCycles(app);
  const cycle =
    cycles.find(({ mandate }) => mandate === asked) ?? cycles.find(({ plan }) => plan) ?? cycles[0];
  return { cycles, cycle };
}

/**
 * Someone's workspace: where each municipality that they follow stands in the cycle, one in full, and what they have begun.
 * @throws not-found where the municipality asked for is not theirs to follow
 */
export async function showWork(app: App, actor: Actor, filter: WorkFilter) {
  const { cycles, cycle } = await chooseCycle(app, filter.mandate);
  const followed = followedMunicipalities(actor);
  const { municipality: key, after } = filter;
  const rows = await readFollowed(app.db, followed, { key, after, limit: pageSize + 1 });
  const listed = rows.slice(0, pageSize);
  if (key && listed.length === 0) throw notFound(`municipality ${key} in the workspace`);
  const ids = listed.map(({ id }) => id);
  const facts = cycle ? await readCycleFacts(app.db, ids, cycle.mandateId) : undefined;
  const today = dayOf(app.clock());
  const municipalities = listed.flatMap(({ id, ...names }) => {
    const own = facts?.get(id);
    if (!own) return [];
    const steps = standOf(own, cycle?.plan, today);
    return [{ ...names, facts: own, steps, next: nextStep(steps) ?? null }];
  });
  return {
    cycle: cycle ?? null,
    mandates: cycles.map(({ mandate }) => mandate),
    municipalities,
    /** Whether one municipality was asked for. */
    asked: key !== undefined,
    /** The one shown in full. */
    chosen: (municipalities.length === 1 ? municipalities[0] : undefined) ?? null,
    next: rows.length > pageSize ? (listed.at(-1)?.key ?? null) : null,
    /** The rounds of monitoring under way in these municipalities. */
    stands: await listStands(app, actor, ids),
    tasks: sortTasks([
      ...(await listTasks(app, actor)),
      ...(await listRoundTasks(app, actor)),
      ...(await listDecisionTasks(app, actor)),
      ...(await listPublicationTasks(app, actor)),
    ]),
    drafts: actor.kind === 'account' ? await listDrafts(app, actor) : [],
    today,
  };
}

export type WorkPage = Awaited<ReturnType<typeof showWork>>;
export type FollowedMunicipality = WorkPage['municipalities'][number];
