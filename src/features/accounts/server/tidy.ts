import type { App } from '#server/app.ts';
import { recordAudit } from '#server/audit/audit.ts';
import { inTransaction } from '#server/database/db.ts';
import { forgetBuckets } from '#server/http/rate-limit.ts';
import { defineDailyJob } from '#server/jobs/daily-job.ts';
import { rest } from '../attempts.ts';
import { deleteOldTries } from './attempts-store.ts';
import * as store from './tidy-store.ts';

const name = 'accounts.tidy';
const day = 24 * 60 * 60 * 1000;

/** Removes, once a day, what was to last for a time only: the mails say so, and nobody keeps what is of no use. */
export const tidyAccounts = defineDailyJob({
  name,
  retry: { limit: 5, delay: 60, longest: 3600 },
  run: tidy,
});

async function tidy(app: App): Promise<void> {
  const now = app.clock();
  const yesterday = new Date(now.getTime() - day);
  await inTransaction(app.db, async (tx) => {
    await store.deleteWhatIsOver(tx, now);
    // A day more: what is sent from a page of a session that has just expired is still kept for its author.
    await store.deleteSessions(tx, yesterday);
    await store.deleteLinkRequests(tx, yesterday);
    await deleteOldTries(tx, new Date(now.getTime() - rest));
    await forgetBuckets(tx, yesterday);
    for (const id of await store.deleteUnconfirmed(tx, now)) {
      await recordAudit(tx, { actor: name, action: 'remove-unconfirmed', subject: { kind: 'account', id } });
    }
  });
}
