import type { App } from '#server/app.ts';
import { dayOf } from '#server/cache/day.ts';
import { defineDailyJob } from '#server/jobs/daily-job.ts';

/** Days after a gathering for which the names of those who spoke are kept, for the minutes. */
const daysKept = 30;

/** Once a day: forgets who asked for the floor at gatherings that are long over. */
export const forgetSpeakers = defineDailyJob({
  name: 'floor.forget-speakers',
  retry: { limit: 5, delay: 60, longest: 3600 },
  run: forgetLongGone,
});

/** @see forgetSpeakers */
export async function forgetLongGone(app: App): Promise<void> {
  const last = dayOf(new Date(app.clock().getTime() - daysKept * 86_400_000));
  await app.db
    .deleteFrom('floor_turn')
    .where((eb) =>
      eb(
        'plan_id',
        'in',
        eb
          .selectFrom('floor')
          .innerJoin('event_plan', 'event_plan.id', 'floor.plan_id')
          .select('floor.plan_id')
          .where('event_plan.ends_on', '<', last),
      ),
    )
    .execute();
}
