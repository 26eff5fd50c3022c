import type { Outcome } from '#forms/form.ts';
import type { Tx } from '#server/database/db.ts';
import { DomainError } from '#server/errors.ts';
import { readNotice } from './notice-store.ts';

/** What someone is told who decides about a dispute that another has decided about meanwhile. */
export async function changedMeanwhile(tx: Tx, id: string): Promise<Outcome<never>> {
  const now = await readNotice(tx, id);
  if (!now) throw new DomainError('conflict', `dispute ${id}`);
  return { kind: 'conflict', theirs: { state: now.state }, theirVersion: now.version };
}
