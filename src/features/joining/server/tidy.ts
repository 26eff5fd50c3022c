import { recordAudit } from '#server/audit/audit.ts';
import { inTransaction } from '#server/database/db.ts';
import { defineDailyJob } from '#server/jobs/daily-job.ts';
import { daysToConfirm } from './applying.ts';
import { blankDecided, deleteUnconfirmed } from './application-store.ts';

const name = 'joining.tidy';
const day = 24 * 60 * 60 * 1000;

/** Days for which what an applicant wrote is kept after the decision. */
export const daysKept = 365;

/** Keeps what applicants said of themselves no longer than it is of use: what became members stands in the record. */
export const tidyApplications = defineDailyJob({
  name,
  retry: { limit: 5, delay: 60, longest: 3600 },
  run: async (app) => {
    const now = app.clock();
    await inTransaction(app.db, async (tx) => {
      await deleteUnconfirmed(tx, new Date(now.getTime() - daysToConfirm * day));
      for (const id of await blankDecided(tx, new Date(now.getTime() - daysKept * day), now)) {
        await recordAudit(tx, { actor: name, action: 'blank', subject: { kind: 'join-application', id } });
      }
    });
  },
});
