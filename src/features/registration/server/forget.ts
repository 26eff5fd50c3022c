import { dayAfter } from '#features/calendar/day.ts';
import type { App } from '#server/app.ts';
import { recordAudit } from '#server/audit/audit.ts';
import { dayOf } from '#server/cache/day.ts';
import { inTransaction } from '#server/database/db.ts';
import { defineDailyJob } from '#server/jobs/daily-job.ts';
import { keepAttendance } from './attendance.ts';
import * as store from './forget-store.ts';

const name = 'registration.forget';

/**
 * Deletes, once a day, what people needed to take part, as soon as the event is over, and all who registered when the days that the
 * form named have passed. What is kept are counts that may be shown.
 */
export const forgetRegistrations = defineDailyJob({
  name,
  retry: { limit: 5, delay: 60, longest: 3600 },
  run: forget,
});

export async function forget(app: App): Promise<void> {
  const today = dayOf(app.clock());
  for (const { id, endsOn, keepDays, municipalityId } of await store.readRemembered(app.db)) {
    if (today <= endsOn) continue;
    await store.deleteNeeds(app.db, id, app.clock());
    if (today <= dayAfter(endsOn, keepDays)) continue;
    await inTransaction(app.db, async (tx) => {
      await keepAttendance(tx, id);
      const people = await store.deletePeople(tx, id, app.clock());
      await recordAudit(tx, {
        actor: name,
        action: 'forget',
        subject: { kind: 'registration', id },
        ...(municipalityId === null ? {} : { municipalityId }),
        after: { people },
      });
    });
  }
}
