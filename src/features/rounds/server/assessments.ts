import type { Updateable } from 'kysely';
import { recordAudit } from '#server/audit/audit.ts';
import type { Db, Tx } from '#server/database/db.ts';
import type { DB } from '#server/database/types.ts';
import { DomainError, notFound } from '#server/errors.ts';
import { mayMove, type Stage } from '../stage.ts';
import { lockAssessment, readAssessment, type Assessment } from './assessment-store.ts';

/** @throws not-found */
export async function getAssessment(db: Db, id: string): Promise<Assessment> {
  const found = await readAssessment(db, id);
  if (!found) throw notFound(`assessment ${id}`);
  return found;
}

/** An assessment that nobody else moves until the transaction ends. @throws not-found */
export async function holdAssessment(tx: Tx, id: string): Promise<Assessment> {
  const found = await lockAssessment(tx, id);
  if (!found) throw notFound(`assessment ${id}`);
  return found;
}

interface Move {
  to: Stage;
  /** Account, or the job that acted. */
  actor: string;
  reason?: string;
  /** What changes with the stage: who prepared or published it. */
  set?: Updateable<DB['assessment']>;
}

/**
 * Takes an assessment that the transaction holds to its next stage, and writes that down.
 * @throws conflict where the order of stages does not allow it
 */
export async function moveAssessment(
  tx: Tx,
  held: Assessment,
  { to, actor, reason, set }: Move,
): Promise<void> {
  if (!mayMove(held.stage, to)) throw new DomainError('conflict', `from ${held.stage} to ${to}`);
  await tx
    .updateTable('assessment')
    .set((eb) => ({ ...set, stage: to, version: eb('version', '+', 1) }))
    .where('id', '=', held.id)
    .execute();
  await recordAudit(tx, {
    actor,
    action: `move-to-${to}`,
    subject: { kind: 'assessment', id: held.id },
    municipalityId: held.municipalityId,
    before: { stage: held.stage },
    after: { stage: to },
    ...(reason === undefined ? {} : { reason }),
  });
}
