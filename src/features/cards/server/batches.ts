import type { z } from 'zod';
import type { Actor } from '#features/accounts/actor.ts';
import type { Fields, Outcome } from '#forms/form.ts';
import type { App } from '#server/app.ts';
import { recordAudit } from '#server/audit/audit.ts';
import { inTransaction, type Db } from '#server/database/db.ts';
import { DomainError, notFound } from '#server/errors.ts';
import { mayEnterCards, mayMakeForms, mayReadCards, placesOfCards } from '../policy.ts';
import type { batchSettings, topThree } from '../schema.ts';
import { errorRateOf, isInSample } from '../second-entry.ts';
import * as store from './batch-store.ts';
import { readNumbers } from './card-store.ts';
import { accountOf, loadForm } from './forms.ts';
import { holdForm, readForms } from './forms-store.ts';
import { readPairs } from './second-store.ts';

const mostSessions = 300;

/** The sessions whose cards the actor sees, newest first. */
export async function listBatches(app: App, actor: Actor) {
  const places = placesOfCards(actor);
  if (places !== 'all' && places.length === 0) throw new DomainError('forbidden', 'cards');
  return {
    sessions: await store.readSessions(app.db, places, mostSessions),
    mayMakeForms: mayMakeForms(actor),
  };
}

/** A session whose cards the actor may read. @throws not-found, also where it is not theirs to know. */
export async function sessionFor(db: Db, actor: Actor, id: string) {
  const session = await store.readSession(db, id);
  if (!session || !mayReadCards(actor, session)) throw notFound(`session ${id}`);
  return session;
}

/** The same, where the actor enters cards. */
export async function sessionToEnter(db: Db, actor: Actor, id: string) {
  const session = await sessionFor(db, actor, id);
  if (!mayEnterCards(actor, session)) throw new DomainError('forbidden', 'enter cards');
  return session;
}

/** Everything about the cards of one session. */
export async function showBatch(app: App, actor: Actor, id: string) {
  const session = await sessionFor(app.db, actor, id);
  const [forms, form, numbers, pairs] = await Promise.all([
    readForms(app.db),
    session.formId === null ? null : loadForm(app.db, session.formId),
    readNumbers(app.db, id),
    readPairs(app.db, id),
  ]);
  const own = actor.kind === 'account' ? actor.id : '';
  const sample = numbers.filter(
    ({ number, secondId }) => secondId !== null || isInSample(number, session.secondEvery ?? 1),
  );
  const waiting = sample.filter(({ secondId }) => secondId === null);
  return {
    session,
    typed: { settings: fieldsOfSettings(session), top: fieldsOfTop(session) },
    forms: forms.map(({ id, name, edition, validFrom }) => ({ id, name, edition, validFrom })),
    form,
    cards: numbers.map((card) => ({
      id: card.id,
      number: card.number,
      isSealed: waiting.includes(card) && card.enteredBy !== own,
    })),
    second: {
      sample: sample.length,
      waiting: waiting.length,
      waitingForMe: waiting.filter(({ enteredBy }) => enteredBy !== own).length,
      unsettled: pairs.filter(({ settledAt }) => settledAt === null).length,
      rate: errorRateOf(pairs),
    },
    mayEnter: mayEnterCards(actor, session),
  };
}

type Batch = Awaited<ReturnType<typeof sessionFor>>;

const placesOfTop = ['first', 'second', 'third'] as const;

/** A batch's settings as its form has them. */
function fieldsOfSettings({ formId, secondEvery }: Pick<Batch, 'formId' | 'secondEvery'>): Fields {
  return { form: formId ?? '', secondEvery: String(secondEvery ?? 10) };
}

/** What the group agreed on as its form has it. */
function fieldsOfTop({ topIssues }: Pick<Batch, 'topIssues'>): Fields {
  return Object.fromEntries(placesOfTop.map((place, index) => [place, String(topIssues?.[index] ?? '')]));
}

/** What stands now, for who began from what stood before. */
async function conflictWith(
  tx: Db,
  sessionId: string,
  fieldsOf: (batch: Batch) => Fields,
): Promise<{ kind: 'conflict'; theirs: Fields; theirVersion: number }> {
  const now = await store.readSession(tx, sessionId);
  if (!now) throw notFound(`session ${sessionId}`);
  return { kind: 'conflict', theirs: fieldsOf(now), theirVersion: now.version ?? 0 };
}

/** Says on which form a session's cards are. With cards entered, the form stays. */
export function setUpBatch(
  app: App,
  actor: Actor,
  sessionId: string,
  command: z.output<typeof batchSettings>,
  requestId: string,
): Promise<Outcome<undefined>> {
  return inTransaction(app.db, async (tx) => {
    const session = await sessionToEnter(tx, actor, sessionId);
    const { form, secondEvery, version } = command;
    if (!(await holdForm(tx, form))) {
      return { kind: 'refused', faults: [{ field: 'form', key: 'form.fault.choice' }] };
    }
    if (session.formId === null) {
      const { municipalityId } = session;
      if (!(await store.insertBatch(tx, { sessionId, municipalityId, formId: form, secondEvery })))
        return conflictWith(tx, sessionId, fieldsOfSettings);
    } else {
      await store.holdBatch(tx, sessionId);
      if (form !== session.formId && (await readNumbers(tx, sessionId)).length > 0) {
        return { kind: 'refused', faults: [{ field: 'form', key: 'cards.fault.form-in-use' }] };
      }
      const changed = { form_id: form, second_every: secondEvery };
      const top = form === session.formId ? {} : { top_issues: [] };
      if (!(await store.updateBatch(tx, sessionId, version, { ...changed, ...top })))
        return conflictWith(tx, sessionId, fieldsOfSettings);
    }
    await recordAudit(tx, {
      actor: accountOf(actor),
      action: 'set-up',
      subject: { kind: 'card-batch', id: sessionId },
      municipalityId: session.municipalityId,
      ...(session.formId === null
        ? {}
        : { before: { form: session.formId, secondEvery: session.secondEvery } }),
      after: { form, secondEvery },
      requestId,
    });
    return { kind: 'done', value: undefined };
  });
}

/** Writes down the three issues that the group agreed on. */
export function recordTopThree(
  app: App,
  actor: Actor,
  sessionId: string,
  command: z.output<typeof topThree>,
  requestId: string,
): Promise<Outcome<undefined>> {
  return inTransaction(app.db, async (tx) => {
    const session = await sessionToEnter(tx, actor, sessionId);
    if (session.formId === null) throw new DomainError('conflict', 'no form chosen');
    const { issues } = await loadForm(tx, session.formId);
    const chosen = { first: command.first, second: command.second, third: command.third };
    for (const [field, position] of Object.entries(chosen)) {
      if (position !== null && !issues.some((issue) => issue.position === position))
        return { kind: 'refused', faults: [{ field, key: 'form.fault.choice' }] };
    }
    const top = Object.values(chosen).flatMap((position) => position ?? []);
    if (!(await store.updateBatch(tx, sessionId, command.version, { top_issues: top }))) {
      return conflictWith(tx, sessionId, fieldsOfTop);
    }
    await recordAudit(tx, {
      actor: accountOf(actor),
      action: 'agree',
      subject: { kind: 'card-batch', id: sessionId },
      municipalityId: session.municipalityId,
      before: { top: session.topIssues },
      after: { top },
      requestId,
    });
    return { kind: 'done', value: undefined };
  });
}
