import type { App } from '#server/app.ts';
import { dayOf } from '#server/cache/day.ts';
import { inTransaction } from '#server/database/db.ts';
import { defineDailyJob } from '#server/jobs/daily-job.ts';
import { tellDigest } from './question-mails.ts';
import { readEveryone, takeUntold } from './question-store.ts';

/** Tells everyone once a day what was asked of everyone: one letter, however many questions; their own not. */
async function tellEveryone(app: App): Promise<void> {
  const now = app.clock();
  await inTransaction(app.db, async (tx) => {
    const questions = await takeUntold(tx, now);
    if (questions.length === 0) return;
    for (const person of await readEveryone(tx, dayOf(now))) {
      const others = questions.filter(({ askedBy }) => askedBy !== person.id);
      if (others.length > 0) await tellDigest(app, tx, others, person);
    }
  });
}

export const tellQuestions = defineDailyJob({
  name: 'questions.tell',
  retry: { limit: 5, delay: 60, longest: 3600 },
  run: tellEveryone,
});
