import type { Actor } from '#features/accounts/actor.ts';
import type { Outcome } from '#forms/form.ts';
import type { App } from '#server/app.ts';
import { inTransaction, type Tx } from '#server/database/db.ts';
import { DomainError, notFound } from '#server/errors.ts';
import { opensCoding, seesAssessment } from '../policy.ts';
import { holdAssessment, moveAssessment } from './assessments.ts';
import * as store from './task-store.ts';

async function hold(tx: Tx, actor: Actor, id: string) {
  const held = await holdAssessment(tx, id);
  if (!seesAssessment(actor, held.municipalityId)) throw notFound(`assessment ${id} in the workspace`);
  if (actor.kind !== 'account' || !opensCoding(actor, held.municipalityId))
    throw new DomainError('forbidden', 'open the coding');
  return { held, by: actor.id };
}

/**
 * Lets the coders begin, once each component has two.
 * @throws not-found, forbidden, conflict where it is open already
 */
export function openCoding(app: App, actor: Actor, id: string): Promise<Outcome<null>> {
  return inTransaction(app.db, async (tx) => {
    const { held, by } = await hold(tx, actor, id);
    await store.lockTasks(tx, id);
    const tasks = await store.readTasks(tx, id);
    const without = tasks.filter(({ first, second }) => !first || !second).length;
    if (without > 0) {
      const values = { count: without };
      return { kind: 'refused', faults: [{ field: 'open', key: 'rounds.fault.without-coders', values }] };
    }
    await moveAssessment(tx, held, { to: 'coding', actor: by });
    return { kind: 'done', value: null };
  });
}

/**
 * Goes back to gathering evidence, while nobody has handed in a code.
 * @throws not-found, forbidden, conflict where it is not open
 */
export function reopenEvidence(
  app: App,
  actor: Actor,
  id: string,
  { reason }: { reason: string },
): Promise<Outcome<null>> {
  return inTransaction(app.db, async (tx) => {
    const { held, by } = await hold(tx, actor, id);
    if ((await store.countHandedIn(tx, id)) > 0)
      return { kind: 'refused', faults: [{ field: 'reopen', key: 'rounds.fault.codes-there' }] };
    await moveAssessment(tx, held, { to: 'evidence', actor: by, ...(reason === '' ? {} : { reason }) });
    return { kind: 'done', value: null };
  });
}
