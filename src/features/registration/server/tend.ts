import { z } from 'zod';
import type { App } from '#server/app.ts';
import { inTransaction, type Tx } from '#server/database/db.ts';
import { defineJob, type Job } from '#server/jobs/job.ts';
import { instantOf } from '../local-time.ts';
import { remindersDue } from '../reminders.ts';
import { writeTo, type Letter } from './mails.ts';
import { settleModes } from './moving-up.ts';
import * as plans from './plan-store.ts';
import type { RegistrationPlan } from './plan-store.ts';
import { hasSettings } from './registering.ts';
import { noteOnce } from './store.ts';
import * as store from './tend-store.ts';

const schema = z.object({ slot: z.int() });
const every = 10 * 60 * 1000;
/** So many are written to in one transaction. */
const batch = 200;

async function ask({ jobs }: App, tx: Tx, slot: number): Promise<void> {
  await jobs.enqueue(
    tx,
    tendRegistrations,
    { slot },
    { key: String(slot), notBefore: new Date(slot * every) },
  );
}

const slotOf = (now: Date) => Math.floor(now.getTime() / every);

/**
 * Looks after registrations every ten minutes: ends offers that nobody answered, tells of changes, reminds. After a time in which
 * nothing ran, each is written to once, of what is still ahead.
 */
export const tendRegistrations: Job<z.output<typeof schema>> = {
  ...defineJob({
    name: 'registration.tend',
    schema,
    retry: { limit: 3, delay: 30, longest: 300 },
    run: async (app) => {
      await inTransaction(app.db, (tx) => ask(app, tx, slotOf(app.clock()) + 1));
      await tend(app);
    },
  }),
  begin: (app) => inTransaction(app.db, (tx) => ask(app, tx, slotOf(app.clock()))),
};

export async function tend(app: App): Promise<void> {
  for (const id of await store.readTended(app.db)) {
    const plan = await plans.readPlan(app.db, { id });
    if (!hasSettings(plan)) continue;
    if (plan.state === 'announced') await settle(app, plan);
    await tellOfChanges(app, plan);
    if (plan.state === 'announced') await remind(app, plan);
  }
}

async function settle(app: App, plan: RegistrationPlan): Promise<void> {
  await inTransaction(app.db, async (tx) => {
    await settleModes(app, tx, plan, await plans.holdModes(tx, plan.id));
  });
}

/** Writes to everyone whom something changed for: once for each change, those left over at the next round. */
async function tellOfChanges(app: App, plan: RegistrationPlan): Promise<void> {
  const told = await store.readTold(app.db, plan.id);
  const isCancelled = plan.state === 'cancelled' && !told.cancelled;
  const isOver = instantOf(plan.endsOn, plan.endsAt) <= app.clock();
  if (!isOver && isCancelled) await writeToAll(app, plan, { kind: 'cancelled', letter: 'event-cancelled' });
  else if (!isOver && plan.state === 'announced' && plan.sequence > told.sequence) {
    await writeToAll(app, plan, { kind: `changed-${plan.sequence}`, letter: 'changed' });
  }
  await store.noteTold(app.db, plan.id, { sequence: plan.sequence, cancelled: plan.state === 'cancelled' });
}

async function remind(app: App, plan: RegistrationPlan): Promise<void> {
  const starts = instantOf(plan.startsOn, plan.startsAt).getTime();
  const due = remindersDue(starts, app.clock().getTime());
  if (due)
    await writeToAll(app, plan, { kind: due.kind, letter: due.kind, registeredBefore: new Date(due.from) });
}

async function writeToAll(
  app: App,
  plan: RegistrationPlan,
  { kind, letter, registeredBefore }: { kind: string; letter: Letter; registeredBefore?: Date },
): Promise<void> {
  const isReminder = registeredBefore !== undefined;
  for (;;) {
    const written = await inTransaction(app.db, async (tx) => {
      const people = await store.readUntold(tx, plan.id, { kind, isReminder, registeredBefore, most: batch });
      for (const person of people) {
        if (await noteOnce(tx, person, kind, app.clock())) await writeTo(app, tx, { plan, person, letter });
      }
      return people.length;
    });
    if (written < batch) return;
  }
}
