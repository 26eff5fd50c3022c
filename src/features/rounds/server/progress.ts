import type { Actor } from '#features/accounts/actor.ts';
import type { App } from '#server/app.ts';
import { dayOf } from '#server/cache/day.ts';
import { notFound } from '#server/errors.ts';
import { lateOn } from '../deadlines.ts';
import { freezeOn } from '../freeze.ts';
import { assessmentsReach, plansRounds } from '../policy.ts';
import { totalsOf } from '../progress.ts';
import { readFreezes } from './freeze-store.ts';
import { getPlan } from './plans.ts';
import { readProgress } from './progress-store.ts';

const pageSize = 100;

/**
 * How far a round is: in the municipalities that someone sees, a page at a time, and in all of these together.
 * @throws not-found where they see none of it
 */
export async function showRound(app: App, actor: Actor, planId: string, after = '') {
  const reach = assessmentsReach(actor);
  const plan = await getPlan(app, planId);
  const rows = await readProgress(app.db, { planId, reach });
  if (reach !== 'all' && rows.length === 0) throw notFound(`round ${planId} in the workspace`);
  const today = dayOf(app.clock());
  const freezes = await readFreezes(app.db, today);
  const shown = rows.filter(({ municipalityKey }) => municipalityKey > after);
  const page = shown.slice(0, pageSize);
  return {
    plan,
    totals: totalsOf(rows),
    late: rows.filter(({ stage }) => lateOn(stage, plan.days, today)).length,
    assessments: page.map((row) => {
      const freeze = freezeOn(freezes, row.municipalityId, today);
      return {
        ...row,
        late: lateOn(row.stage, plan.days, today) ?? null,
        frozenUntil: freeze?.until ?? null,
      };
    }),
    /** Freezes to come, or that hold today, where this round would be published. */
    freezes: freezes.filter(({ municipalityId }) =>
      rows.some((row) => municipalityId === null || row.municipalityId === municipalityId),
    ),
    next: shown.length > pageSize ? (page.at(-1)?.municipalityKey ?? null) : null,
    mayPlan: plansRounds(actor),
    today,
  };
}

export type RoundPage = Awaited<ReturnType<typeof showRound>>;
