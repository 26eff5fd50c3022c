import type { Actor } from '#features/accounts/actor.ts';
import type { Plan } from '#features/events/plan.ts';
import { findPlan, holdPlan } from '#features/events/server/find-plan.ts';
import type { FieldFault, Outcome } from '#forms/form.ts';
import { recordAudit, type AuditedState } from '#server/audit/audit.ts';
import type { Db, Tx } from '#server/database/db.ts';
import { DomainError, notFound } from '#server/errors.ts';
import { mayPublishAfter, mayWriteAfter } from '../policy.ts';

export function done<T>(value: T): Outcome<T> {
  return { kind: 'done', value };
}

export function refused<T>(field: string, key: FieldFault['key'], values?: FieldFault['values']): Outcome<T> {
  return { kind: 'refused', faults: [{ field, key, ...(values ? { values } : {}) }] };
}

export function accountOf(actor: Actor): string {
  if (actor.kind !== 'account') throw new DomainError('forbidden', 'only an account acts here');
  return actor.id;
}

/** The plan, for who writes down what came after. @throws not-found also where its existence is not the actor's to know */
export async function planToWrite(db: Db, actor: Actor, key: string): Promise<Plan> {
  const plan = await findPlan(db, key);
  if (!plan || !mayWriteAfter(actor, plan)) throw notFound(`event ${key}`);
  return plan;
}

/** @throws not-found, forbidden */
export async function planToPublish(db: Db, actor: Actor, key: string): Promise<Plan> {
  const plan = await planToWrite(db, actor, key);
  if (!mayPublishAfter(actor, plan)) throw new DomainError('forbidden', 'does not publish here');
  return plan;
}

/** The same, with its row held to the end of the transaction. Nothing is written of one that was cancelled. */
export async function holdToWrite(tx: Tx, actor: Actor, key: string): Promise<Plan> {
  const { id } = await planToWrite(tx, actor, key);
  const plan = await holdPlan(tx, id);
  if (!plan) throw notFound(`event ${key}`);
  if (plan.state === 'cancelled') throw new DomainError('conflict', 'a cancelled event');
  return plan;
}

export async function auditAfter(
  tx: Tx,
  actor: Actor,
  plan: Plan,
  event: { action: string; before?: AuditedState; after?: AuditedState },
): Promise<void> {
  await recordAudit(tx, {
    actor: accountOf(actor),
    ...event,
    subject: { kind: 'gathering', id: plan.id },
    ...(plan.municipalityId === null ? {} : { municipalityId: plan.municipalityId }),
  });
}
