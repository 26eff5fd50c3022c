import { randomUUID } from 'node:crypto';
import type { Db } from '#server/database/db.ts';
import type { Turn } from '../clock.ts';

export type StoredTurn = Turn & { id: string };

export async function readTurns(db: Db, planId: string): Promise<StoredTurn[]> {
  const rows = await db
    .selectFrom('forum_turn')
    .select([
      'id',
      'number',
      'candidacy_id as candidacyId',
      'used_ms as usedMs',
      'running_since as runningSince',
      'ended_at as endedAt',
    ])
    .where('forum_id', '=', planId)
    .orderBy('number')
    .execute();
  return rows.map(({ endedAt, ...turn }) => ({ ...turn, hasEnded: endedAt !== null }));
}

export async function insertTurn(
  db: Db,
  turn: { planId: string; candidacyId: string; number: number; now: Date },
): Promise<void> {
  await db
    .insertInto('forum_turn')
    .values({
      id: randomUUID(),
      forum_id: turn.planId,
      candidacy_id: turn.candidacyId,
      number: turn.number,
      running_since: turn.now,
    })
    .execute();
}

export async function updateTurn(
  db: Db,
  id: string,
  turn: { usedMs: number; runningSince: Date | null; endedAt: Date | null },
): Promise<void> {
  await db
    .updateTable('forum_turn')
    .set({ used_ms: turn.usedMs, running_since: turn.runningSince, ended_at: turn.endedAt })
    .where('id', '=', id)
    .execute();
}
