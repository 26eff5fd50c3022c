import { clockForm } from '#features/forums/schema.ts';
import { pressClock } from '#features/forums/server/clock-service.ts';
import { dayAfter } from '../clock.ts';
import type { readForum } from '../content/forum.ts';
import type { Stage } from '../stage.ts';
import type { PlannedForum } from './confront.ts';

/** The moderator's clock: each turn for as long as it took. */
export async function runClock(
  stage: Stage,
  forum: PlannedForum,
  { forum: { day }, slots }: ReturnType<typeof readForum>,
): Promise<void> {
  let at = new Date(`${dayAfter(stage.firstDay, day)}T17:05:00Z`).getTime();
  for (const { position, candidate, seconds } of slots) {
    const candidacy = forum.candidacies.get(candidate);
    for (const [act, turn] of [
      ['next', position - 1],
      ['end', position],
    ] as const) {
      const now = new Date(at);
      const command = clockForm.parse({ act, turn: String(turn), candidacy });
      await pressClock({ ...stage.app, clock: () => now }, stage.members.facilitator, forum.id, command);
      at += (act === 'next' ? seconds : 20) * 1000;
    }
  }
}
