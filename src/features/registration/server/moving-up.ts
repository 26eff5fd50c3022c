import type { App } from '#server/app.ts';
import type { Tx } from '#server/database/db.ts';
import { instantOf } from '../local-time.ts';
import type { Mode } from '../mode.ts';
import { freePlaces, movesUp, offerEnds } from '../places.ts';
import { writeTo } from './mails.ts';
import type { RegistrationPlan } from './plan-store.ts';
import * as store from './store.ts';

/** Of a waiting list without end, so many move up at a time. */
const most = 500;

const nothingWanted = { wanted_mode: null, wanted_number: null };

/**
 * Ends offers that nobody answered in time and gives free places to those who wait, in their order; each is told. To be called
 * while the mode is held, after whatever freed a place.
 * @returns how many places are free after that
 */
export async function settleMode(
  app: App,
  tx: Tx,
  plan: RegistrationPlan,
  { mode, capacity }: { mode: Mode; capacity: number | null },
): Promise<number> {
  const now = app.clock();
  const changed_at = now;
  if (plan.settings.confirmHours !== null) {
    for (const person of await store.readLapsed(tx, plan.id, mode, now)) {
      await store.updateRegistration(tx, plan.id, person.id, {
        state: 'lapsed',
        offered_until: null,
        ...nothingWanted,
        changed_at,
      });
      await writeTo(app, tx, { plan, person, letter: 'lapsed' });
    }
  }
  const starts = instantOf(plan.startsOn, plan.startsAt);
  for (;;) {
    const held = await store.countHeld(tx, plan.id, mode);
    const free = freePlaces({ capacity, held });
    // Once it has begun, the door decides.
    if (free === 0 || now >= starts || plan.state !== 'announced') return free;
    const waiting = await store.readWaiting(tx, plan.id, mode, Math.min(free, most));
    const up = movesUp({ capacity, held }, waiting);
    if (up.length === 0) return free;
    const ends = offerEnds(now.getTime(), plan.settings.confirmHours, starts.getTime());
    const offeredUntil = ends === null ? null : new Date(ends);
    const state = offeredUntil === null ? ('place' as const) : ('offered' as const);
    for (const person of up) {
      if (person.mode !== mode) {
        await switchTo(app, tx, plan, { ...person, mode });
        continue;
      }
      const row = { state, offered_until: offeredUntil, changed_at };
      await store.updateRegistration(tx, plan.id, person.id, row);
      const letter = offeredUntil === null ? 'moved-up' : 'offered';
      await writeTo(app, tx, { plan, person: { ...person, state, offeredUntil }, letter });
    }
  }
}

/** Who waited for this mode with a place in another one has one here now, and asked for it: nobody need confirm it. */
async function switchTo(app: App, tx: Tx, plan: RegistrationPlan, person: store.Registration): Promise<void> {
  const { mode, number } = person;
  const row = { mode, number, state: 'place' as const, offered_until: null, ...nothingWanted };
  await store.updateRegistration(tx, plan.id, person.id, { ...row, changed_at: app.clock() });
  await writeTo(app, tx, { plan, person: { ...person, state: 'place' }, letter: 'switched' });
}

/** The same for all modes, which are held: what is left in one by who goes to another is given on at once. */
export async function settleModes(
  app: App,
  tx: Tx,
  plan: RegistrationPlan,
  capacities: ReadonlyMap<Mode, number | null>,
): Promise<void> {
  for (const _ of capacities) {
    for (const [mode, capacity] of capacities) await settleMode(app, tx, plan, { mode, capacity });
  }
}
