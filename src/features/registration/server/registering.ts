import { randomUUID } from 'node:crypto';
import type { Fields, Outcome } from '#forms/form.ts';
import type { Language } from '#i18n/languages.ts';
import type { App } from '#server/app.ts';
import { inTransaction, type Tx } from '#server/database/db.ts';
import { notFound } from '#server/errors.ts';
import { takeTurn } from '#server/http/rate-limit.ts';
import { modesOf } from '../mode.ts';
import { readAnswers, type Answers } from '../question.ts';
import type { RegisterCommand } from '../schema.ts';
import { instantOf } from '../local-time.ts';
import { detailsOf } from './details.ts';
import { writeTo } from './mails.ts';
import { settleMode } from './moving-up.ts';
import * as plans from './plan-store.ts';
import type { EventPlan, RegistrationPlan } from './plan-store.ts';
import * as store from './store.ts';
import { doorCode, linkToken, sha256Of } from './token.ts';
import { inTurn } from './turns.ts';

// A whole office may share one address.
const limit = { name: 'registration', burst: 30, perSecond: 0.2 };
/** An address of somebody else is written to once in this time at most. */
const rest = 10 * 60 * 1000;

export type Stage = 'ahead' | 'open' | 'closed' | 'cancelled';

/** Whether an event can be registered for at an instant. */
export function stageAt(plan: RegistrationPlan, now: Date): Stage {
  if (plan.state === 'cancelled') return 'cancelled';
  const { opensAt, closesAt } = plan.settings;
  if (plan.state !== 'announced' || now >= closesAt || now >= instantOf(plan.endsOn, plan.endsAt))
    return 'closed';
  return now < opensAt ? 'ahead' : 'open';
}

export function hasSettings(plan: EventPlan | undefined): plan is RegistrationPlan {
  return plan?.settings !== undefined;
}

/** An event that people are told about, with its registration. @throws not-found for a draft too: nobody is to know of it */
export async function openPlan(app: Pick<App, 'db'>, key: string): Promise<RegistrationPlan> {
  const plan = await plans.readPlan(app.db, { key });
  if (!hasSettings(plan) || plan.state === 'draft') throw notFound(`registration for ${key}`);
  return plan;
}

/** One address, however it is typed: nobody registers twice by capital letters. */
export function foldEmail(email: string): string {
  return email.normalize('NFKC').toLowerCase();
}

export interface Sent {
  command: RegisterCommand;
  typed: Fields;
  language: Language;
  /** The sender's address on the net: for the limit alone, never kept. */
  address: string;
}

/**
 * Registers somebody without an account: with a place where one is free, else on the waiting list. What came of it stands in the
 * mail alone, so that the page says the same to whoever types the address of somebody who registered before.
 */
export async function register(app: App, key: string, sent: Sent): Promise<Outcome<{ email: string }>> {
  if (!(await takeTurn(app, limit, sent.address)).allowed) {
    return { kind: 'refused', faults: [{ field: 'send', key: 'registration.fault.too-fast' }] };
  }
  const known = await openPlan(app, key);
  const { command } = sent;
  const done = { kind: 'done', value: { email: command.email } } as const;
  // A program is not told that it was seen.
  if (command.website !== '') return done;
  const change = async (tx: Tx): Promise<Outcome<{ email: string }>> => {
    if (!modesOf(known.mode).includes(command.mode)) {
      return { kind: 'refused', faults: [{ field: 'mode', key: 'form.fault.choice' }] };
    }
    const mode = await plans.holdMode(tx, known.id, command.mode);
    const plan = await plans.readPlan(tx, { id: known.id });
    if (!mode || !hasSettings(plan) || stageAt(plan, app.clock()) !== 'open') {
      return { kind: 'refused', faults: [{ field: 'send', key: 'registration.fault.closed' }] };
    }
    const { answers, faults } = readAnswers(plan.settings.questions, sent.typed);
    if (faults.length > 0) return { kind: 'refused', faults };
    const folded = foldEmail(command.email);
    if (!(await tellAgain(app, tx, plan, folded))) {
      const free = await settleMode(app, tx, plan, { mode: command.mode, capacity: mode.capacity });
      const isNew = await add(app, tx, plan, { ...sent, answers, state: free > 0 ? 'place' : 'waiting' });
      // The same address came by the other mode at the same moment.
      if (!isNew) await tellAgain(app, tx, plan, folded);
    }
    return done;
  };
  return inTurn(() => inTransaction(app.db, change));
}

/** Sends the link again to who has registered before. @returns whether they have */
async function tellAgain(app: App, tx: Tx, plan: RegistrationPlan, emailFolded: string): Promise<boolean> {
  const person = await store.readStanding(tx, plan.id, emailFolded);
  if (!person) return false;
  const now = app.clock();
  const notAfter = new Date(now.getTime() - rest);
  if (await store.noteAgain(tx, person, 'again', { now, notAfter })) {
    await writeTo(app, tx, { plan, person, letter: 'again' });
  }
  return true;
}

async function add(
  app: App,
  tx: Tx,
  plan: RegistrationPlan,
  { command, language, answers, state }: Sent & { answers: Answers; state: 'place' | 'waiting' },
): Promise<boolean> {
  const id = randomUUID();
  const now = app.clock();
  const number = await plans.takeNumber(tx, plan.id, command.mode);
  const isNew = await store.insertRegistration(tx, {
    plan_id: plan.id,
    id,
    mode: command.mode,
    number,
    state,
    ...detailsOf(plan.settings, command),
    email: command.email,
    email_folded: foldEmail(command.email),
    language,
    link_sha256: sha256Of(linkToken(app, id)),
    code_sha256: sha256Of(doorCode(app, id)),
    answers: JSON.stringify(answers),
    created_at: now,
    changed_at: now,
  });
  const person = isNew ? await store.readStanding(tx, plan.id, foldEmail(command.email)) : undefined;
  if (person) await writeTo(app, tx, { plan, person, letter: state });
  return isNew;
}
