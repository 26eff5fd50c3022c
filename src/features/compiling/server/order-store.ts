import { sql } from 'kysely';
import type { Db } from '#server/database/db.ts';
import type { Method } from '../ordering.ts';
import type { BoardIds } from './board-store.ts';

/** A line of a decided order, as it is kept: candidates may be renamed or retired later. */
export interface OrderedCandidate {
  id: string;
  title: string;
  position: number;
  place: number;
  /** As it is shown. */
  score: string;
}

export function readRankings(db: Db, { municipalityId, mandateId }: BoardIds) {
  return db
    .selectFrom('candidate_ranking')
    .innerJoin('account', 'account.id', 'candidate_ranking.account_id')
    .select(['account_id as accountId', 'account.name', 'ranked', 'saved_at as savedAt'])
    .where('municipality_id', '=', municipalityId)
    .where('mandate_id', '=', mandateId)
    .orderBy('account.name')
    .orderBy('account.id')
    .execute();
}

export async function writeRanking(
  tx: Db,
  { municipalityId, mandateId }: BoardIds,
  ranking: { accountId: string; ranked: readonly string[]; savedAt: Date },
): Promise<void> {
  const row = { ranked: [...ranking.ranked], saved_at: ranking.savedAt };
  await tx
    .insertInto('candidate_ranking')
    .values({
      municipality_id: municipalityId,
      mandate_id: mandateId,
      account_id: ranking.accountId,
      ...row,
    })
    .onConflict((conflict) =>
      conflict.columns(['municipality_id', 'mandate_id', 'account_id']).doUpdateSet(row),
    )
    .execute();
}

export interface Poll {
  id: string;
  heldOn: string;
  place: string;
  ballots: number;
  counts: readonly { candidateId: string; approvals: number }[];
}

export async function readPolls(db: Db, { municipalityId, mandateId }: BoardIds): Promise<Poll[]> {
  const { rows } = await sql<Poll>`
    SELECT poll.id, poll.held_on AS "heldOn", poll.place, poll.ballots,
           coalesce((SELECT jsonb_agg(jsonb_build_object('candidateId', candidate_id, 'approvals', approvals))
                     FROM approval_count
                     WHERE approval_count.municipality_id = ${municipalityId} AND poll_id = poll.id), '[]') AS counts
    FROM approval_poll poll
    WHERE poll.municipality_id = ${municipalityId} AND poll.mandate_id = ${mandateId}
    ORDER BY poll.held_on, poll.created_at, poll.id`.execute(db);
  return rows;
}

/** @returns whether it was new: the same poll sent twice is one */
export async function writePoll(
  tx: Db,
  { municipalityId, mandateId }: BoardIds,
  poll: Poll & { createdBy: string },
): Promise<boolean> {
  const { id, heldOn, place, ballots, counts, createdBy } = poll;
  const made = await tx
    .insertInto('approval_poll')
    .values({
      municipality_id: municipalityId,
      id,
      mandate_id: mandateId,
      held_on: heldOn,
      place,
      ballots,
      created_by: createdBy,
    })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst();
  if (made.numInsertedOrUpdatedRows !== 1n) return false;
  await tx
    .insertInto('approval_count')
    .values(
      counts.map(({ candidateId, approvals }) => ({
        municipality_id: municipalityId,
        poll_id: id,
        candidate_id: candidateId,
        approvals,
      })),
    )
    .execute();
  return true;
}

export async function deletePoll(
  tx: Db,
  { municipalityId, mandateId }: BoardIds,
  id: string,
): Promise<boolean> {
  const { numDeletedRows } = await tx
    .deleteFrom('approval_poll')
    .where('municipality_id', '=', municipalityId)
    .where('mandate_id', '=', mandateId)
    .where('id', '=', id)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}

export interface DecidedOrder {
  number: number;
  method: Method;
  voices: number;
  result: readonly OrderedCandidate[];
  note: string;
  by: string | null;
  decidedAt: Date;
}

/** Every order of a board, the latest, which holds, first. */
export async function readOrders(db: Db, { municipalityId, mandateId }: BoardIds): Promise<DecidedOrder[]> {
  const { rows } = await sql<DecidedOrder>`
    SELECT number, method, voices, result, note, account.name AS by, decided_at AS "decidedAt"
    FROM candidate_order
    LEFT JOIN account ON account.id = candidate_order.decided_by
    WHERE municipality_id = ${municipalityId} AND mandate_id = ${mandateId}
    ORDER BY number DESC LIMIT 50`.execute(db);
  return rows;
}

/** Adds an order after those there are; the same one sent twice is one. The board is locked. */
export async function writeOrder(
  tx: Db,
  { municipalityId, mandateId }: BoardIds,
  order: Omit<DecidedOrder, 'number' | 'by'> & { id: string; decidedBy: string },
): Promise<boolean> {
  const { id, method, voices, result, note, decidedBy, decidedAt } = order;
  const made = await sql`
    INSERT INTO candidate_order (municipality_id, mandate_id, number, id, method, voices, result, note, decided_by, decided_at)
    SELECT ${municipalityId}::uuid, ${mandateId}::uuid, 1 + coalesce(max(number), 0), ${id}::uuid, ${method}, ${voices}::integer,
           ${JSON.stringify(result)}::jsonb, ${note}, ${decidedBy}::uuid, ${decidedAt}::timestamptz
    FROM candidate_order WHERE municipality_id = ${municipalityId} AND mandate_id = ${mandateId}
    ON CONFLICT (municipality_id, id) DO NOTHING`.execute(tx);
  return made.numAffectedRows === 1n;
}
