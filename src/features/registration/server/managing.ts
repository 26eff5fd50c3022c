import type { Fields, Outcome } from '#forms/form.ts';
import type { App } from '#server/app.ts';
import { inTransaction, type Tx } from '#server/database/db.ts';
import { DomainError } from '#server/errors.ts';
import { takeTurn } from '#server/http/rate-limit.ts';
import { isStanding, modes, modesOf, type Mode } from '../mode.ts';
import { readAnswers } from '../question.ts';
import type { ChangeCommand } from '../schema.ts';
import { detailsOf } from './details.ts';
import { writeTo } from './mails.ts';
import { settleMode } from './moving-up.ts';
import * as plans from './plan-store.ts';
import type { RegistrationPlan } from './plan-store.ts';
import { hasSettings, stageAt } from './registering.ts';
import * as store from './store.ts';
import type { Registration } from './store.ts';
import { isToken, sha256Of } from './token.ts';
import { inTurn } from './turns.ts';

const wrongTries = { name: 'registration-link-wrong', burst: 20, perSecond: 1 / 60 };
const changes = { name: 'registration-link', burst: 60, perSecond: 1 / 5 };

export interface Opened {
  plan: RegistrationPlan;
  person: Registration;
}

/** Who came by a link; undefined for one that opens nothing. @throws too-many-requests for an address that tries links */
export async function openLink(app: App, token: string, address: string): Promise<Opened | undefined> {
  // What cannot be a link of ours finds nothing out.
  if (!isToken(token)) return undefined;
  const person = await store.readByLink(app.db, sha256Of(token));
  const plan = person && (await plans.readPlan(app.db, { id: person.planId }));
  if (person && hasSettings(plan)) return { plan, person };
  if (!(await takeTurn(app, wrongTries, address)).allowed) {
    throw new DomainError('too-many-requests', 'links to registrations');
  }
  return undefined;
}

/** Does something with the registration of a link, while its modes are held. @throws not-found where the link opens nothing */
async function withHeld<T>(
  app: App,
  { token, address }: { token: string; address: string },
  work: (tx: Tx, opened: Opened, capacities: ReadonlyMap<Mode, number | null>) => Promise<T>,
): Promise<T> {
  if (!(await takeTurn(app, changes, address)).allowed) {
    throw new DomainError('too-many-requests', 'changes by link');
  }
  const known = await openLink(app, token, address);
  if (!known) throw new DomainError('not-found', 'registration');
  const change = async (tx: Tx) => {
    const capacities = new Map<Mode, number | null>();
    // Always in the same order: two who change to each other's mode don't wait for one another.
    for (const mode of modes) {
      const held = await plans.holdMode(tx, known.plan.id, mode);
      if (held) capacities.set(mode, held.capacity);
    }
    const person = await store.holdRegistration(tx, known.plan.id, known.person.id);
    const plan = await plans.readPlan(tx, { id: known.plan.id });
    if (!person || !hasSettings(plan)) throw new DomainError('not-found', 'registration');
    return work(tx, { plan, person }, capacities);
  };
  return inTurn(() => inTransaction(app.db, change));
}

async function settleAll(
  app: App,
  tx: Tx,
  plan: RegistrationPlan,
  capacities: ReadonlyMap<Mode, number | null>,
): Promise<void> {
  for (const [mode, capacity] of capacities) await settleMode(app, tx, plan, { mode, capacity });
}

interface ByLink {
  token: string;
  address: string;
}

/** Gives the place back, or leaves the waiting list; whoever waits first moves up. A second time changes nothing. */
export function cancelByLink(app: App, link: ByLink): Promise<void> {
  return withHeld(app, link, async (tx, { plan, person }, capacities) => {
    if (!isStanding(person.state) || person.arrivedAt !== null) return;
    const changed_at = app.clock();
    await store.updateRegistration(tx, plan.id, person.id, {
      state: 'cancelled',
      offered_until: null,
      changed_at,
    });
    await writeTo(app, tx, { plan, person, letter: 'cancelled' });
    await settleAll(app, tx, plan, capacities);
  });
}

/** Takes the place that was offered. @returns false where the offer has ended */
export function confirmByLink(app: App, link: ByLink): Promise<boolean> {
  return withHeld(app, link, async (tx, { plan, person }, capacities) => {
    const now = app.clock();
    if (person.state === 'place') return true;
    const isOffered = person.state === 'offered' && person.offeredUntil !== null && person.offeredUntil > now;
    if (isOffered) {
      const row = { state: 'place' as const, offered_until: null, changed_at: now };
      await store.updateRegistration(tx, plan.id, person.id, row);
    }
    await settleAll(app, tx, plan, capacities);
    return isOffered;
  });
}

/** Changes what was answered, or how somebody takes part. Who has a place changes only to a mode that has one free. */
export function changeByLink(
  app: App,
  link: ByLink,
  { command, typed }: { command: ChangeCommand; typed: Fields },
): Promise<Outcome<null>> {
  return withHeld<Outcome<null>>(app, link, async (tx, { plan, person }, capacities) => {
    if (!isStanding(person.state) || stageAt(plan, app.clock()) === 'cancelled') {
      return { kind: 'refused', faults: [{ field: 'send', key: 'registration.fault.ended' }] };
    }
    const { answers, faults } = readAnswers(plan.settings.questions, typed);
    if (faults.length > 0) return { kind: 'refused', faults };
    const moved = await moveTo(app, tx, { plan, person }, { mode: command.mode, capacities });
    if (moved === undefined) {
      return { kind: 'refused', faults: [{ field: 'mode', key: 'registration.fault.full' }] };
    }
    await store.updateRegistration(tx, plan.id, person.id, {
      ...detailsOf(plan.settings, command),
      ...moved,
      answers: JSON.stringify(answers),
      changed_at: app.clock(),
    });
    await settleAll(app, tx, plan, capacities);
    return { kind: 'done', value: null };
  });
}

/** Where somebody stands in another mode: at the end of its order. undefined: they would lose the place that they have. */
async function moveTo(
  app: App,
  tx: Tx,
  { plan, person }: Opened,
  { mode, capacities }: { mode: Mode; capacities: ReadonlyMap<Mode, number | null> },
) {
  if (mode === person.mode) return {};
  const capacity = capacities.get(mode);
  if (capacity === undefined || !modesOf(plan.mode).includes(mode) || person.arrivedAt !== null)
    return undefined;
  const free = await settleMode(app, tx, plan, { mode, capacity });
  if (free === 0 && person.state !== 'waiting') return undefined;
  const number = await plans.takeNumber(tx, plan.id, mode);
  const state = free > 0 ? ('place' as const) : ('waiting' as const);
  return { mode, number, state, offered_until: null };
}
