import { randomUUID } from 'node:crypto';
import type { Actor } from '#features/accounts/actor.ts';
import type { Fields, Outcome } from '#forms/form.ts';
import type { App } from '#server/app.ts';
import { recordAudit } from '#server/audit/audit.ts';
import { inTransaction, type Db } from '#server/database/db.ts';
import { DomainError, notFound } from '#server/errors.ts';
import { isInSample } from '../second-entry.ts';
import type { CardCommand, CorrectionCommand } from '../schema.ts';
import { holdBatch, readUnits } from './batch-store.ts';
import { sessionToEnter } from './batches.ts';
import * as store from './card-store.ts';
import { accountOf, loadForm } from './forms.ts';

/** The session's form and units: what a card is typed by. @throws conflict where no form was chosen */
async function openSession(db: Db, actor: Actor, sessionId: string) {
  const session = await sessionToEnter(db, actor, sessionId);
  if (session.formId === null) throw new DomainError('conflict', 'no form chosen');
  const [form, units] = await Promise.all([
    loadForm(db, session.formId),
    readUnits(db, session.municipalityId),
  ]);
  return { session, form, units };
}

/** The page of the next card: unit, sex and age band as on the person's last one, the number counted on. */
export async function beginCard(app: App, actor: Actor, sessionId: string) {
  const opened = await openSession(app.db, actor, sessionId);
  const last = await store.readLastOf(app.db, sessionId, accountOf(actor));
  const number = await store.freeNumberFrom(app.db, sessionId, (last?.number ?? 0) + 1);
  const begun: Fields = {
    id: randomUUID(),
    number: String(number),
    unit: (last ? last.unitId : opened.session.unitId) ?? '',
    sex: last?.sex ?? '',
    ageBand: last?.ageBand ?? '',
  };
  return { ...opened, begun, numbers: await store.readNumbers(app.db, sessionId) };
}

/** Whether the unit is one of the municipality: a list in the page can be anything by the time it comes back. */
async function isForeignUnit(db: Db, municipalityId: string, unitId: string | null): Promise<boolean> {
  if (unitId === null) return false;
  return !(await readUnits(db, municipalityId)).some(({ id }) => id === unitId);
}

const foreignUnit = { kind: 'refused', faults: [{ field: 'unit', key: 'form.fault.choice' }] } as const;

async function numberTaken(db: Db, sessionId: string, number: number) {
  const free = await store.freeNumberFrom(db, sessionId, number);
  return {
    kind: 'refused',
    faults: [{ field: 'number', key: 'cards.fault.number-taken', values: { number, free } }],
  } as const;
}

/** Saves a card from paper, once however often it is sent. Its number is the paper's, and no other card's of the session. */
export function enterCard(
  app: App,
  actor: Actor,
  sessionId: string,
  command: CardCommand,
  requestId: string,
): Promise<Outcome<{ number: number }>> {
  return inTransaction(app.db, async (tx) => {
    const session = await sessionToEnter(tx, actor, sessionId);
    const { municipalityId, formId } = session;
    if (formId === null) throw new DomainError('conflict', 'no form chosen');
    const { id, number, unit, sex, ageBand, scores } = command;
    if (await isForeignUnit(tx, municipalityId, unit)) return foreignUnit;
    if (scores.every((score) => score === null)) {
      return { kind: 'refused', faults: [{ field: 'scores.0', key: 'cards.fault.blank' }] };
    }
    const enteredBy = accountOf(actor);
    const card = { id, municipalityId, sessionId, formId, number, unitId: unit, sex, ageBand, scores };
    if (!(await store.insertCard(tx, { ...card, enteredBy, enteredAt: app.clock() }))) {
      const known = await store.readCard(tx, municipalityId, id);
      // The same page sent twice.
      if (known?.sessionId === sessionId) return { kind: 'done', value: { number: known.number } };
      return numberTaken(tx, sessionId, number);
    }
    await recordAudit(tx, {
      actor: enteredBy,
      action: 'enter',
      subject: { kind: 'card', id },
      municipalityId,
      after: { session: sessionId, number },
      requestId,
    });
    return { kind: 'done', value: { number } };
  });
}

/** A saved card, to be put right. One that waits for its second entry is shown only to who typed it. */
export async function openCard(app: App, actor: Actor, sessionId: string, cardId: string) {
  const opened = await openSession(app.db, actor, sessionId);
  const card = await findCard(app.db, opened.session.municipalityId, sessionId, cardId);
  const isWaiting = card.secondId === null && isInSample(card.number, opened.session.secondEvery ?? 1);
  if (isWaiting && card.enteredBy !== accountOf(actor)) {
    throw new DomainError('forbidden', 'a card that waits for its second entry');
  }
  return { ...opened, card, typed: fieldsOfCard(card) };
}

async function findCard(db: Db, municipalityId: string, sessionId: string, cardId: string) {
  const card = await store.readCard(db, municipalityId, cardId);
  if (card?.sessionId !== sessionId) throw notFound(`card ${cardId}`);
  return card;
}

type FoundCard = Awaited<ReturnType<typeof findCard>>;

function fieldsOfCard(card: FoundCard): Fields {
  return {
    number: String(card.number),
    unit: card.unitId ?? '',
    sex: card.sex ?? '',
    ageBand: card.ageBand ?? '',
    ...Object.fromEntries(card.scores.map((score, index) => [`scores.${index}`, String(score ?? '')])),
  };
}

/** Puts a saved card right. */
export async function correctCard(
  app: App,
  actor: Actor,
  { sessionId, cardId }: { sessionId: string; cardId: string },
  command: CorrectionCommand,
  requestId: string,
): Promise<Outcome<undefined>> {
  await openCard(app, actor, sessionId, cardId);
  return inTransaction(app.db, async (tx) => {
    const { municipalityId } = await sessionToEnter(tx, actor, sessionId);
    // Nobody takes a number meanwhile.
    await holdBatch(tx, sessionId);
    const card = await findCard(tx, municipalityId, sessionId, cardId);
    const { number, unit, sex, ageBand, scores, version } = command;
    if (card.version !== version) {
      return { kind: 'conflict', theirs: fieldsOfCard(card), theirVersion: card.version };
    }
    if (card.secondId !== null && card.settledAt === null) {
      return { kind: 'refused', faults: [{ field: 'number', key: 'cards.fault.unsettled' }] };
    }
    if (await isForeignUnit(tx, municipalityId, unit)) return foreignUnit;
    if (await store.isNumberTaken(tx, sessionId, number, cardId)) return numberTaken(tx, sessionId, number);
    const changed = { id: cardId, municipalityId, number, unitId: unit, sex, ageBand, scores, version };
    if (!(await store.updateCard(tx, changed))) {
      const now = await findCard(tx, municipalityId, sessionId, cardId);
      return { kind: 'conflict', theirs: fieldsOfCard(now), theirVersion: now.version };
    }
    await recordAudit(tx, {
      actor: accountOf(actor),
      action: 'correct',
      subject: { kind: 'card', id: cardId },
      municipalityId,
      before: { number: card.number, scores: card.scores },
      after: { number, scores },
      requestId,
    });
    return { kind: 'done', value: undefined };
  });
}

/** Takes a card away that was entered by mistake: twice under two numbers, or from another session. */
export async function removeCard(
  app: App,
  actor: Actor,
  { sessionId, cardId }: { sessionId: string; cardId: string },
  reason: string,
  requestId: string,
): Promise<Outcome<undefined>> {
  await openCard(app, actor, sessionId, cardId);
  return inTransaction(app.db, async (tx) => {
    const { municipalityId } = await sessionToEnter(tx, actor, sessionId);
    const card = await findCard(tx, municipalityId, sessionId, cardId);
    await store.deleteCard(tx, municipalityId, cardId);
    await recordAudit(tx, {
      actor: accountOf(actor),
      action: 'remove',
      subject: { kind: 'card', id: cardId },
      municipalityId,
      reason,
      before: { number: card.number, scores: card.scores },
      requestId,
    });
    return { kind: 'done', value: undefined };
  });
}
