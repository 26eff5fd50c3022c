import type { Actor } from '#features/accounts/actor.ts';
import { planCycle } from '#features/work/schema.ts';
import { saveCycle } from '#features/work/server/cycles.ts';
import type { App } from '#server/app.ts';
import { idOf } from '#server/datapackage/ids.ts';
import { electionOn } from '../clock.ts';
import { expectDone } from '../expect-done.ts';

/** The coordinator plans the cycle that leads to the next election. @returns the mandate's id */
export async function planNextCycle(app: App, coordinator: Actor): Promise<string> {
  const plan = planCycle.parse({
    starts: '2027',
    listen: '2027-02-28',
    compile: '2027-03-14',
    contract: '2027-04-04',
    confront: '2027-05-05',
    sign: '2027-12-31',
    election: electionOn,
  });
  const { mandate } = expectDone('plan the cycle', await saveCycle(app, coordinator, plan));
  return idOf('mandate', mandate);
}
