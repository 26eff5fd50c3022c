import type { Actor } from '#features/accounts/actor.ts';
import type { FieldFault, Outcome } from '#forms/form.ts';
import type { App } from '#server/app.ts';
import { recordAudit } from '#server/audit/audit.ts';
import { inTransaction, type Db, type Tx } from '#server/database/db.ts';
import { DomainError, notFound } from '#server/errors.ts';
import { mayModerateFloor } from '../policy.ts';
import type { VerdictCommand } from '../schema.ts';
import { orderOfSpeakers, timeSpoken, type SpeakingOrder } from '../speaking-order.ts';
import { withElectorate } from './electorate.ts';
import * as store from './floor-store.ts';
import * as change from './moderating-store.ts';
import { forgetView, inOrderOfCalls } from './view.ts';

export function done<T>(value: T): Outcome<T> {
  return { kind: 'done', value };
}

export function refused<T>(field: string, key: FieldFault['key']): Outcome<T> {
  return { kind: 'refused', faults: [{ field, key }] };
}

/** The gathering, for who moderates it. @throws not-found also where its existence is not the actor's to know */
export async function gatheringToModerate(db: Db, actor: Actor, key: string): Promise<store.GatheringRow> {
  const plan = await store.readGathering(db, key);
  if (!plan || !mayModerateFloor(actor, plan)) throw notFound(`floor ${key}`);
  return plan;
}

/** What the moderator sees: everything that waits, as it is now. */
export async function showFloorWork(app: App, actor: Actor, key: string) {
  const plan = await gatheringToModerate(app.db, actor, key);
  const [items, waiting, shown, declined, polls, turns] = await Promise.all([
    store.readItems(app.db, plan.id),
    store.readQuestions(app.db, plan.id, ['waiting']),
    store.readQuestions(app.db, plan.id, ['shown', 'answered']),
    store.readQuestions(app.db, plan.id, ['declined']),
    store.readPolls(app.db, plan.id),
    store.readTurns(app.db, plan.id),
  ]);
  const order: SpeakingOrder = plan.order ?? 'fair';
  const had = inOrderOfCalls(turns.filter(({ state }) => state !== 'waiting'));
  return {
    plan,
    order,
    hasBegun: plan.isOpen !== null,
    isOpen: plan.isOpen === true,
    items,
    waiting: waiting.toSorted((a, b) => a.createdAt.getTime() - b.createdAt.getTime()),
    shown: shown.filter(({ state }) => state === 'shown'),
    answered: shown.filter(({ state }) => state === 'answered'),
    declined,
    polls: await withElectorate(app.db, plan.id, polls),
    speaking: had.find(({ state }) => state === 'speaking'),
    queue: orderOfSpeakers(
      order,
      turns.filter(({ state }) => state === 'waiting'),
      had,
    ),
    spoken: timeSpoken(had, app.clock()),
  };
}

export type FloorWork = Awaited<ReturnType<typeof showFloorWork>>;

/** One act of a moderator: in a transaction, written down, and seen at once. */
export async function moderate<T>(
  app: App,
  actor: Actor,
  key: string,
  act: (tx: Tx, plan: store.GatheringRow) => Promise<Outcome<T> & { audit?: Audited }>,
): Promise<Outcome<T>> {
  const outcome = await inTransaction(app.db, async (tx) => {
    const plan = await gatheringToModerate(tx, actor, key);
    if (actor.kind !== 'account') throw new DomainError('forbidden', 'moderate');
    const { audit, ...result } = await act(tx, plan);
    if (audit) {
      await recordAudit(tx, {
        actor: actor.id,
        action: audit.action,
        subject: { kind: 'floor', id: plan.id },
        ...(plan.municipalityId === null ? {} : { municipalityId: plan.municipalityId }),
        after: audit.after,
        ...(audit.reason ? { reason: audit.reason } : {}),
      });
    }
    return result;
  });
  forgetView(app, key);
  return outcome;
}

export interface Audited {
  action: string;
  after: Readonly<Record<string, unknown>>;
  reason?: string;
}

/** Opens the floor to the audience, or closes it: what stands there stays to be read. */
export function setFloor(app: App, actor: Actor, key: string, isOpen: boolean): Promise<Outcome<null>> {
  return moderate(app, actor, key, async (tx, plan) => {
    if (isOpen && plan.state !== 'announced') return refused('step', 'floor.fault.not-announced');
    await change.putFloor(tx, plan.id, isOpen);
    return { ...done(null), audit: { action: isOpen ? 'open' : 'close', after: { isOpen } } };
  });
}

export function setOrder(app: App, actor: Actor, key: string, order: SpeakingOrder): Promise<Outcome<null>> {
  return moderate(app, actor, key, async (tx, plan) => {
    await change.putOrder(tx, plan.id, order);
    return { ...done(null), audit: { action: 'set-order', after: { order } } };
  });
}

/** Lets a question through, says that it was answered, declines it with the reason, or joins it with one that asks the same. */
export function judgeQuestion(
  app: App,
  actor: Actor,
  key: string,
  { question, verdict, reason, into }: VerdictCommand,
): Promise<Outcome<string>> {
  return moderate(app, actor, key, async (tx, plan) => {
    const held = await change.holdQuestion(tx, plan.id, question);
    if (!held) throw notFound(`question ${question}`);
    // What someone else joined or decided meanwhile stays.
    if (held.state === 'merged') return done(question);
    const audit = {
      action: verdict,
      after: { question, ...(into ? { into } : {}) },
      ...(reason === '' ? {} : { reason }),
    };
    switch (verdict) {
      case 'show':
        await change.updateQuestion(tx, plan.id, question, { state: 'shown', decline_reason: '' });
        break;
      case 'answered':
        if (held.state !== 'shown') return refused(`question-${question}`, 'floor.fault.not-shown');
        await change.updateQuestion(tx, plan.id, question, { state: 'answered' });
        break;
      case 'decline':
        if (reason === '') return refused(`reason-${question}`, 'floor.fault.reason');
        await change.updateQuestion(tx, plan.id, question, { state: 'declined', decline_reason: reason });
        break;
      case 'merge': {
        const target = into && into !== question ? await change.holdQuestion(tx, plan.id, into) : undefined;
        if (!into || target?.state !== 'shown') return refused(`into-${question}`, 'floor.fault.into');
        await change.mergeQuestion(tx, plan.id, question, into);
      }
    }
    return { ...done(question), audit };
  });
}
