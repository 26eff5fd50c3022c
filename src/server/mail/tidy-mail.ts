import type { App } from '../app.ts';
import { defineDailyJob } from '../jobs/daily-job.ts';

/** Days after which nobody asks any more what a message said that was sent. */
const daysKept = 7;
const day = 24 * 60 * 60 * 1000;

/**
 * Empties, once a day, the text of messages that were sent a week ago, and of those that wait with a link that opens nothing
 * any more. To whom and when it was sent stays.
 */
export const tidyMail = defineDailyJob({
  name: 'mail.tidy',
  retry: { limit: 5, delay: 60, longest: 3600 },
  run: tidy,
});

async function tidy({ db, clock }: App): Promise<void> {
  const now = clock();
  await db
    .updateTable('mail_outbox')
    .set({ body_text: '', blanked_at: now })
    .where('blanked_at', 'is', null)
    .where((eb) =>
      eb.or([eb('secret_until', '<=', now), eb('sent_at', '<=', new Date(now.getTime() - daysKept * day))]),
    )
    .execute();
}
