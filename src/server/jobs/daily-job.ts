import { z } from 'zod';
import type { App } from '../app.ts';
import { dayOf } from '../cache/day.ts';
import { inTransaction } from '../database/db.ts';
import { defineJob, type Job, type Retry } from './job.ts';

const schema = z.object({ day: z.iso.date() });

type Day = z.output<typeof schema>;

/** When nobody waits for a page. */
const hour = 'T02:00:00Z';
const milliseconds = 24 * 60 * 60 * 1000;

async function ask(app: App, job: Job<Day>, day: string, notBefore: Date): Promise<void> {
  await inTransaction(app.db, (tx) => app.jobs.enqueue(tx, job, { day }, { key: day, notBefore }));
}

/**
 * Defines work that is done once a day, by whichever process comes first. A start asks for today's, and each day's asks for
 * the next one's before it does its own: a day that fails does not end those after it.
 * @example
 * export const tidyAccounts = defineDailyJob({ name: 'accounts.tidy', retry, run: (app) => … });
 */
export function defineDailyJob({
  name,
  retry,
  run,
}: {
  name: string;
  retry: Retry;
  run: (app: App) => Promise<void>;
}): Job<Day> {
  const job: Job<Day> = {
    ...defineJob({
      name,
      schema,
      retry,
      run: async (app) => {
        const next = dayOf(new Date(app.clock().getTime() + milliseconds));
        await ask(app, job, next, new Date(next + hour));
        await run(app);
      },
    }),
    begin: (app) => ask(app, job, dayOf(app.clock()), app.clock()),
  };
  return job;
}
