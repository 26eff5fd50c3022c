import type { Fields, Outcome } from '#forms/form.ts';
import type { App } from '#server/app.ts';
import { inTransaction, type Tx } from '#server/database/db.ts';
import { DomainError } from '#server/errors.ts';
import { takeTurn } from '#server/http/rate-limit.ts';
import { isStanding, modesOf, type Mode } from '../mode.ts';
import { readAnswers } from '../question.ts';
import type { ChangeCommand } from '../schema.ts';
import { detailsOf } from './details.ts';
import { writeTo } from './mails.ts';
import { settleMode, settleModes } from './moving-up.ts';
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
    const capacities = await plans.holdModes(tx, known.plan.id);
    const person = await store.holdRegistration(tx, known.plan.id, known.person.id);
    const plan = await plans.readPlan(tx, { id: known.plan.id });
    if (!person || !hasSettings(plan)) throw new DomainError('not-found', 'registration');
    return work(tx, { plan, person }, capacities);
  };
  return inTurn(() => inTransaction(app.db, change));
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
      wanted_mode: null,
      wanted_number: null,
      changed_at,
    });
    await writeTo(app, tx, { plan, person, letter: 'cancelled' });
    await settleModes(app, tx, plan, capacities);
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
    await settleModes(app, tx, plan, capacities);
    return isOffered;
  });
}

/** What stands in the form of somebody's page. */
export function fieldsOf(person: Registration) {
  return {
    ...person.answers,
    name: person.name,
    mode: person.mode,
    sex: person.sex ?? '',
    ageBand: person.ageBand ?? '',
    municipality: person.municipalityId ?? '',
    organisationKind: person.organisationKind ?? '',
    accessNeeds: person.accessNeeds,
  };
}

/**
 * Changes what was answered, or how somebody takes part. Who has a place and changes to a mode that is full keeps it, and waits for
 * the other. @returns how they take part now, or wait to
 */
export function changeByLink(
  app: App,
  link: ByLink,
  { command, typed }: { command: ChangeCommand; typed: Fields },
): Promise<Outcome<'changed' | 'waits'>> {
  return withHeld<Outcome<'changed' | 'waits'>>(app, link, async (tx, { plan, person }, capacities) => {
    const isOver = stageAt(plan, app.clock()) === 'cancelled' || person.arrivedAt !== null;
    if (!isStanding(person.state) || isOver) {
      return { kind: 'refused', faults: [{ field: 'send', key: 'registration.fault.ended' }] };
    }
    if (command.version !== person.version) {
      return { kind: 'conflict', theirs: fieldsOf(person), theirVersion: person.version };
    }
    const { answers, faults } = readAnswers(plan.settings.questions, typed);
    if (faults.length > 0) return { kind: 'refused', faults };
    const moved = await moveTo(app, tx, { plan, person }, { mode: command.mode, capacities });
    if (moved === undefined) {
      return { kind: 'refused', faults: [{ field: 'mode', key: 'form.fault.choice' }] };
    }
    await store.updateRegistration(tx, plan.id, person.id, {
      ...detailsOf(plan.settings, command),
      ...moved,
      answers: JSON.stringify(answers),
      version: person.version + 1,
      changed_at: app.clock(),
    });
    await settleModes(app, tx, plan, capacities);
    return {
      kind: 'done',
      value: 'wanted_mode' in moved && moved.wanted_mode !== null ? 'waits' : 'changed',
    };
  });
}

/** Stays where the place is: waits for the other mode no longer. */
export function stayByLink(app: App, link: ByLink): Promise<void> {
  return withHeld(app, link, async (tx, { plan, person }) => {
    const row = { wanted_mode: null, wanted_number: null, changed_at: app.clock() };
    if (person.wantedMode !== null) await store.updateRegistration(tx, plan.id, person.id, row);
  });
}

/** Where somebody stands in another mode: at the end of its order, and until then where they have a place. undefined: there is no such mode. */
async function moveTo(
  app: App,
  tx: Tx,
  { plan, person }: Opened,
  { mode, capacities }: { mode: Mode; capacities: ReadonlyMap<Mode, number | null> },
) {
  if (mode === person.mode) return {};
  const capacity = capacities.get(mode);
  if (capacity === undefined || !modesOf(plan.mode).includes(mode)) return undefined;
  // They wait for it already, at a better place than the end.
  if (person.wantedMode === mode) return {};
  const free = await settleMode(app, tx, plan, { mode, capacity });
  const number = await plans.takeNumber(tx, plan.id, mode);
  if (free === 0 && person.state !== 'waiting') return { wanted_mode: mode, wanted_number: number };
  const state = free > 0 ? ('place' as const) : ('waiting' as const);
  return { mode, number, state, offered_until: null, wanted_mode: null, wanted_number: null };
}
