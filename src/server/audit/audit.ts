import { randomUUID } from 'node:crypto';
import type { Db } from '../database/db.ts';

/** A JSON value of what a subject was before or became. Never bytes, passwords or tokens. */
export type AuditedState = Readonly<Record<string, unknown>>;

export interface AuditEvent {
  /** Who: an account's id, or the command or job that acted, e.g. 'cli'. Never a name or an address. */
  actor: string;
  /** What was done: a verb of the domain, e.g. 'import', 'sign'. */
  action: string;
  subject: { kind: string; id?: string };
  /** The municipality that it is about: its people may read it. */
  municipalityId?: string;
  reason?: string;
  before?: AuditedState;
  after?: AuditedState;
  /** The request's number, which the log and the error page show. */
  requestId?: string;
}

/**
 * Writes down a change of state, in the transaction that makes it. Events are only ever added.
 * @example
 * await inTransaction(app.db, async (tx) => {
 *   await store.publish(tx, round);
 *   await recordAudit(tx, { actor: actor.id, action: 'publish', subject: { kind: 'round', id: round.id } });
 * });
 */
export async function recordAudit(db: Db, event: AuditEvent): Promise<void> {
  const { actor, action, subject, municipalityId, reason, before, after, requestId } = event;
  await db
    .insertInto('audit_event')
    .values({
      id: randomUUID(),
      actor,
      action,
      subject_kind: subject.kind,
      subject_id: subject.id ?? null,
      municipality_id: municipalityId ?? null,
      reason: reason ?? null,
      before: before ? JSON.stringify(before) : null,
      after: after ? JSON.stringify(after) : null,
      request_id: requestId ?? null,
    })
    .execute();
}
