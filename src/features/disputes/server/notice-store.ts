import type { Insertable } from 'kysely';
import type { Db, Tx } from '#server/database/db.ts';
import type { DB } from '#server/database/types.ts';
import type { DisputeState } from '../dispute.ts';

/** @returns the receipt, also of what was sent before with the same form */
export async function insertNotice(tx: Tx, row: Insertable<DB['dispute_notice']>) {
  const inserted = await tx
    .insertInto('dispute_notice')
    .values(row)
    .onConflict((conflict) => conflict.column('once').doNothing())
    .returning('receipt')
    .executeTakeFirst();
  if (inserted) return { receipt: inserted.receipt, isNew: true };
  const { receipt } = await tx
    .selectFrom('dispute_notice')
    .select('receipt')
    .where('once', '=', row.once)
    .executeTakeFirstOrThrow();
  return { receipt, isNew: false };
}

export function selectNotices(db: Db) {
  return db
    .selectFrom('dispute_notice as notice')
    .innerJoin('municipality', 'municipality.id', 'notice.municipality_id')
    .innerJoin('priority', 'priority.id', 'notice.priority_id')
    .innerJoin('round', 'round.id', 'notice.round_id')
    .leftJoin('dispute', 'dispute.id', 'notice.dispute_id')
    .leftJoin('dispute_decision as decision', 'decision.dispute_id', 'dispute.id')
    .select([
      'notice.id',
      'notice.municipality_id as municipalityId',
      'municipality.key as municipalityKey',
      'municipality.name as municipalityName',
      'notice.priority_id as priorityId',
      'priority.key as priorityKey',
      'priority.statement as priorityStatement',
      'notice.round_id as roundId',
      'round.key as roundKey',
      'notice.status_version as statusVersion',
      'notice.receipt',
      'notice.ground',
      'notice.statement',
      'notice.language',
      'notice.name',
      'notice.email',
      'notice.file_sha256 as file',
      'notice.file_name as fileName',
      'notice.received_at as receivedAt',
      'notice.due_on as dueOn',
      'notice.state',
      'notice.not_admitted_reason as notAdmittedReason',
      'notice.dispute_id as disputeId',
      'notice.version',
      'dispute.key as disputeKey',
      'dispute.statement as publicStatement',
      'decision.decided_on as decidedOn',
      'decision.outcome',
      'decision.reason',
    ]);
}

export type Notice = NonNullable<Awaited<ReturnType<typeof readNotice>>>;

export function readNotice(db: Db, id: string) {
  return selectNotices(db).where('notice.id', '=', id).executeTakeFirst();
}

export function readNoticeByReceipt(db: Db, receipt: string) {
  return selectNotices(db).where('notice.receipt', '=', receipt).executeTakeFirst();
}

/** Whether a dispute is still as someone saw it; held so until the transaction ends. */
export async function isAsSeen(
  tx: Tx,
  { id, version }: { id: string; version: number },
  state: DisputeState,
): Promise<boolean> {
  const row = await tx
    .selectFrom('dispute_notice')
    .select('id')
    .where('id', '=', id)
    .where('version', '=', version)
    .where('state', '=', state)
    .forUpdate()
    .executeTakeFirst();
  return row !== undefined;
}

/** Changes a dispute's state, where it is still as the actor saw it. @returns whether it was */
export async function updateNotice(
  tx: Tx,
  { id, version }: { id: string; version: number },
  from: DisputeState,
  set: {
    state: 'open' | 'not-admitted' | 'decided';
    dispute_id?: string;
    not_admitted_reason?: string;
    admitted_by?: string;
    decided_by?: string;
    name?: string;
    email?: string;
  },
): Promise<boolean> {
  const row = await tx
    .updateTable('dispute_notice')
    .set((eb) => ({ ...set, version: eb('version', '+', 1) }))
    .where('id', '=', id)
    .where('version', '=', version)
    .where('state', '=', from)
    .returning('id')
    .executeTakeFirst();
  return row !== undefined;
}
