import type { Actor } from '#features/accounts/actor.ts';
import type { App } from '#server/app.ts';
import { dayOf } from '#server/cache/day.ts';
import { stepsOf } from '../deadlines.ts';
import { assessmentsReach } from '../policy.ts';
import { readOpenAssessments } from './stand-store.ts';

/** Where the monitoring of some municipalities stands in the rounds under way, as far as someone sees it. */
export async function listStands(app: App, actor: Actor, municipalityIds: readonly string[]) {
  const reach = assessmentsReach(actor);
  const seen = municipalityIds.filter((id) => reach === 'all' || reach.includes(id));
  const today = dayOf(app.clock());
  const rows = seen.length > 0 ? await readOpenAssessments(app.db, seen) : [];
  return rows.map(({ id, municipality, number, mandate, stage, ...days }) => ({
    id,
    municipality,
    number,
    mandate,
    stage,
    steps: stepsOf(stage, days, today),
  }));
}

export type Stand = Awaited<ReturnType<typeof listStands>>[number];
