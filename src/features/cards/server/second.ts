import type { Actor } from '#features/accounts/actor.ts';
import type { Outcome } from '#forms/form.ts';
import type { App } from '#server/app.ts';
import { recordAudit } from '#server/audit/audit.ts';
import { inTransaction, type Db } from '#server/database/db.ts';
import { DomainError, notFound } from '#server/errors.ts';
import { differencesBetween, settledScores } from '../second-entry.ts';
import type { ScoresCommand } from '../schema.ts';
import { sessionToEnter } from './batches.ts';
import { accountOf, loadForm } from './forms.ts';
import * as store from './second-store.ts';

/** The next card to enter again: number alone, nothing of the first entry; null where none waits for this person. */
export async function beginSecondEntry(app: App, actor: Actor, sessionId: string) {
  const session = await sessionToEnter(app.db, actor, sessionId);
  if (session.formId === null) throw new DomainError('conflict', 'no form chosen');
  const due = await store.readNextDue(app.db, sessionId, session.secondEvery ?? 1, accountOf(actor));
  return { session, form: await loadForm(app.db, session.formId), due: due ?? null };
}

async function holdCardOf(tx: Db, municipalityId: string, sessionId: string, id: string) {
  const card = await store.holdCard(tx, municipalityId, id);
  if (card?.sessionId !== sessionId) throw notFound(`card ${id}`);
  return card;
}

/** Saves a second entry, by someone else than the first. Where both agree, nothing is left to settle. */
export function enterAgain(
  app: App,
  actor: Actor,
  sessionId: string,
  { card: cardId, scores }: ScoresCommand,
  requestId: string,
): Promise<Outcome<{ number: number; differences: number; isTaken: boolean }>> {
  return inTransaction(app.db, async (tx) => {
    const { municipalityId } = await sessionToEnter(tx, actor, sessionId);
    const enteredBy = accountOf(actor);
    const card = await holdCardOf(tx, municipalityId, sessionId, cardId);
    if (card.enteredBy === enteredBy) {
      return { kind: 'refused', faults: [{ field: 'scores.0', key: 'cards.fault.own-card' }] };
    }
    const known = await store.readSecondEntry(tx, municipalityId, cardId);
    const differences = differencesBetween(card.scores, scores).length;
    if (known) {
      // The same page sent twice; or two people took the same card: one second entry is all that it needs.
      const isTaken = known.enteredBy !== enteredBy;
      return { kind: 'done', value: { number: card.number, differences, isTaken } };
    }
    const enteredAt = app.clock();
    const settledAt = differences === 0 ? enteredAt : null;
    const pair = { first: card.scores, second: scores };
    await store.insertSecondEntry(tx, { municipalityId, cardId, ...pair, enteredBy, enteredAt, settledAt });
    await recordAudit(tx, {
      actor: enteredBy,
      action: 'enter-again',
      subject: { kind: 'card', id: cardId },
      municipalityId,
      after: { differences },
      requestId,
    });
    return { kind: 'done', value: { number: card.number, differences, isTaken: false } };
  });
}

/** The cards of a session whose entries differ and are not settled, with both scores of each issue that differs. */
export async function listDifferences(app: App, actor: Actor, sessionId: string) {
  const session = await sessionToEnter(app.db, actor, sessionId);
  if (session.formId === null) throw new DomainError('conflict', 'no form chosen');
  const [form, pairs] = await Promise.all([
    loadForm(app.db, session.formId),
    store.readPairs(app.db, sessionId),
  ]);
  return {
    session,
    form,
    cards: pairs
      .filter(({ settledAt }) => settledAt === null)
      .map(({ id, number, first, second }) => ({
        id,
        number,
        differences: differencesBetween(first, second).map((position) => ({
          position,
          first: first[position - 1] ?? null,
          second: second[position - 1] ?? null,
        })),
      })),
  };
}

/** Settles a card by a third look at the paper. */
export function settleCard(
  app: App,
  actor: Actor,
  sessionId: string,
  { card: cardId, scores }: ScoresCommand,
  requestId: string,
): Promise<Outcome<{ number: number }>> {
  return inTransaction(app.db, async (tx) => {
    const { municipalityId } = await sessionToEnter(tx, actor, sessionId);
    const card = await holdCardOf(tx, municipalityId, sessionId, cardId);
    const pair = await store.readSecondEntry(tx, municipalityId, cardId);
    if (!pair) throw notFound(`second entry of ${cardId}`);
    const found = new Map(scores.map((score, index) => [index + 1, score]));
    const settled = settledScores(pair.first, pair.second, found);
    if (pair.settledAt !== null) {
      const isSame = differencesBetween(card.scores, settled).length === 0;
      if (isSame) return { kind: 'done', value: { number: card.number } };
      const theirs = differencesBetween(pair.first, pair.second).map((position) => [
        `scores.${position - 1}`,
        String(card.scores[position - 1] ?? ''),
      ]);
      return { kind: 'conflict', theirs: Object.fromEntries(theirs), theirVersion: card.version };
    }
    const forgotten = differencesBetween(pair.first, pair.second).filter((position) => {
      const seen = [pair.first[position - 1], pair.second[position - 1]];
      return found.get(position) === null && !seen.includes(null);
    });
    if (forgotten.length > 0) {
      const missing = (position: number) =>
        ({ field: `scores.${position - 1}`, key: 'form.fault.missing' }) as const;
      return { kind: 'refused', faults: forgotten.map(missing) };
    }
    const by = accountOf(actor);
    await store.settleEntry(tx, municipalityId, cardId, { scores: settled, by, at: app.clock() });
    await recordAudit(tx, {
      actor: by,
      action: 'settle',
      subject: { kind: 'card', id: cardId },
      municipalityId,
      before: { first: pair.first, second: pair.second },
      after: { scores: settled },
      requestId,
    });
    return { kind: 'done', value: { number: card.number } };
  });
}
