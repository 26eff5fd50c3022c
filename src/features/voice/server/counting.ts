import { z } from 'zod';
import { noteRecordChange } from '#features/opendata/server/record-change.ts';
import type { App } from '#server/app.ts';
import { inTransaction, type Tx } from '#server/database/db.ts';
import { defineJob, type Job } from '#server/jobs/job.ts';
import * as store from './count-store.ts';

const minute = 60_000;
/** An answer of the minute's last moment is there by then. */
const grace = 3000;

const schema = z.object({ minute: z.int() });

/**
 * Counts the answers of a minute, once for the whole network: the record's version, under which every page is cached, is raised
 * once however many residents answer.
 */
export const countAnswers: Job<z.output<typeof schema>> = {
  ...defineJob({
    name: 'voice.count',
    schema,
    retry: { limit: 5, delay: 30, longest: 3600 },
    run: countWaiting,
  }),
  // What a process left behind that ended in between.
  begin: (app) => inTransaction(app.db, (tx) => ask(app, tx)),
};

async function ask({ clock, jobs }: App, tx: Tx): Promise<void> {
  const now = Math.floor(clock().getTime() / minute);
  const notBefore = new Date((now + 1) * minute + grace);
  await jobs.enqueue(tx, countAnswers, { minute: now }, { key: String(now), notBefore });
}

/** Asks for the count of what a transaction has written, within about a minute. To be called last but for the record's change. */
export async function countSoon(app: App, tx: Tx, municipalityIds: readonly string[]): Promise<void> {
  if (municipalityIds.length === 0) return;
  await store.markUncounted(tx, municipalityIds, app.clock());
  await ask(app, tx);
}

/** Counts within the transaction, where what the public reads changes with it in any case. */
export async function countNow({ clock }: Pick<App, 'clock'>, tx: Tx, municipalityId: string): Promise<void> {
  const municipalityIds = [municipalityId];
  await store.markUncounted(tx, municipalityIds, clock());
  await store.writeCounts(tx, municipalityIds);
  await store.dropUncounted(tx, municipalityIds);
  await noteRecordChange(tx, { tables: ['resident_view'], municipalityIds });
}

/** Counts where answers wait; where none do, nothing changes. */
export async function countWaiting({ db }: Pick<App, 'db'>): Promise<void> {
  await inTransaction(db, async (tx) => {
    const municipalityIds = await store.takeUncounted(tx);
    if (municipalityIds.length === 0) return;
    await store.writeCounts(tx, municipalityIds);
    await noteRecordChange(tx, { tables: ['resident_view'], municipalityIds });
  });
}
