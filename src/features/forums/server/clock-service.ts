import type { Actor } from '#features/accounts/actor.ts';
import type { App } from '#server/app.ts';
import { inTransaction, type Tx } from '#server/database/db.ts';
import { DomainError } from '#server/errors.ts';
import { nextSpeaker, spokenBy, usedBy } from '../clock.ts';
import type { ClockCommand } from '../schema.ts';
import { insertTurn, readTurns, updateTurn, type StoredTurn } from './clock-store.ts';
import { readSeats } from './plan-store.ts';
import { getPlan, holdPlan } from './plans.ts';

/** What the moderator and the hall see; times are the server's. */
export async function showClock(app: App, actor: Actor, id: string) {
  const plan = await getPlan(app.db, actor, id);
  const [seats, turns] = await Promise.all([readSeats(app.db, id), readTurns(app.db, id)]);
  const now = app.clock();
  const spoken = spokenBy(turns, now);
  const current = turns.find(({ hasEnded }) => !hasEnded);
  const present = seats.filter(({ attendance }) => attendance === 'present').map((seat) => seat.id);
  const next = nextSpeaker(present, turns);
  return {
    plan,
    now: now.getTime(),
    slotMs: plan.slotSeconds * 1000,
    /** The number of the last turn: what is meant for an earlier one is passed over. */
    turn: turns.at(-1)?.number ?? 0,
    current: current && {
      candidacyId: current.candidacyId,
      name: seats.find((seat) => seat.id === current.candidacyId)?.name ?? '',
      usedMs: usedBy(current, now),
      isRunning: current.runningSince !== null,
    },
    nextName: seats.find((seat) => seat.id === next)?.name,
    seats: seats.map((seat) => ({
      id: seat.id,
      name: seat.name,
      party: seat.party,
      position: seat.position,
      attendance: seat.attendance,
      spokenMs: spoken.get(seat.id) ?? 0,
      turns: turns.filter(({ candidacyId }) => candidacyId === seat.id).length,
    })),
  };
}

export type ClockPage = Awaited<ReturnType<typeof showClock>>;

/**
 * Presses a button of the clock. What was pressed for a turn that is no longer the last one (a double click, a second moderator) does
 * nothing, so that nobody's turn is skipped.
 */
export function pressClock(app: App, actor: Actor, id: string, command: ClockCommand): Promise<void> {
  return inTransaction(app.db, async (tx) => {
    const plan = await holdPlan(tx, actor, id);
    if (plan.state !== 'running') throw new DomainError('conflict', 'the forum does not run');
    const turns = await readTurns(tx, id);
    if ((turns.at(-1)?.number ?? 0) !== command.turn) return;
    const current = turns.find(({ hasEnded }) => !hasEnded);
    const now = app.clock();
    switch (command.act) {
      case 'pause':
        if (current) await updateTurn(tx, current.id, { ...stopped(current, now), endedAt: null });
        return;
      case 'resume':
        if (current?.runningSince === null) {
          await updateTurn(tx, current.id, { usedMs: current.usedMs, runningSince: now, endedAt: null });
        }
        return;
      case 'end':
        if (current) await updateTurn(tx, current.id, { ...stopped(current, now), endedAt: now });
        return;
      case 'next':
        if (current) await updateTurn(tx, current.id, { ...stopped(current, now), endedAt: now });
        await giveTurn(tx, id, turns, command, now);
    }
  });
}

async function giveTurn(
  tx: Tx,
  planId: string,
  turns: readonly StoredTurn[],
  command: ClockCommand,
  now: Date,
): Promise<void> {
  const seats = await readSeats(tx, planId);
  const present = seats.filter(({ attendance }) => attendance === 'present').map(({ id }) => id);
  const chosen = present.find((id) => id === command.candidacy);
  const candidacyId = chosen ?? nextSpeaker(present, turns);
  if (candidacyId === undefined) return;
  await insertTurn(tx, { planId, candidacyId, number: command.turn + 1, now });
}

function stopped(turn: StoredTurn, now: Date): { usedMs: number; runningSince: null } {
  return { usedMs: Math.round(usedBy(turn, now)), runningSince: null };
}

/** Ends whatever turn is still open: the forum is over. */
export async function stopClock(tx: Tx, planId: string, now: Date): Promise<void> {
  const current = (await readTurns(tx, planId)).find(({ hasEnded }) => !hasEnded);
  if (current) await updateTurn(tx, current.id, { ...stopped(current, now), endedAt: now });
}
