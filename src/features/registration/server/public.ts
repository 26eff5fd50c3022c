import type { App } from '#server/app.ts';
import type { Db } from '#server/database/db.ts';
import { freePlaces } from '../places.ts';
import { isAsked } from '../figure-fields.ts';
import { modesOf } from '../mode.ts';
import { readModes, readPlan, type EventPlan, type RegistrationPlan } from './plan-store.ts';
import { hasSettings, openPlan, stageAt } from './registering.ts';
import { countHeld, readMunicipalityNames } from './store.ts';

/** How many places a mode has free; null: as many as come. */
async function readPlaces(db: Db, plan: RegistrationPlan) {
  const known = await readModes(db, plan.id);
  const open = known.filter(({ mode }) => modesOf(plan.mode).includes(mode));
  return Promise.all(
    open.map(async ({ mode, capacity }) => {
      const held = capacity === null ? 0 : await countHeld(db, plan.id, mode);
      return { mode, capacity, free: capacity === null ? null : freePlaces({ capacity, held }) };
    }),
  );
}

/** What anyone may know of an event that can be registered for. */
export function presentPlan(plan: EventPlan) {
  const { id, key, title, startsOn, startsAt, endsOn, endsAt, place, hall, access, organisation } = plan;
  return { id, key, title, startsOn, startsAt, endsOn, endsAt, place, hall, access, organisation };
}

/** What the form asks, with the choices that it gives. */
export async function presentForm(db: Db, plan: RegistrationPlan) {
  const asks = plan.settings.asks.filter((one) => isAsked(one));
  return {
    asks,
    questions: plan.settings.questions,
    keepDays: plan.settings.keepDays,
    places: await readPlaces(db, plan),
    municipalities: asks.includes('municipality') ? await readMunicipalityNames(db) : [],
  };
}

export type AskedForm = Awaited<ReturnType<typeof presentForm>>;

/** The page on which anyone registers. @throws not-found */
export async function showRegister(app: App, key: string) {
  const plan = await openPlan(app, key);
  const { opensAt, closesAt } = plan.settings;
  return {
    event: presentPlan(plan),
    stage: stageAt(plan, app.clock()),
    opensAt,
    closesAt,
    cancelReason: plan.cancelReason,
    form: await presentForm(app.db, plan),
  };
}

/** Whether an announced event has a registration: its page leads there, and the form says when it is open. */
export async function hasRegistration(app: Pick<App, 'db'>, key: string): Promise<boolean> {
  const plan = await readPlan(app.db, { key });
  return hasSettings(plan) && plan.state === 'announced';
}

/** An event with its registration, where it has one, for whoever asks the policies about it; undefined where there is none. */
export function findRegistrationPlan(app: Pick<App, 'db'>, key: string): Promise<EventPlan | undefined> {
  return readPlan(app.db, { key });
}
