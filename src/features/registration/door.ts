/** What was done at the door about one person, by one device. */
export interface DoorAct {
  id: string;
  kind: 'in' | 'undo';
  /** By our clock, in milliseconds. */
  happenedAt: number;
}

/**
 * When somebody arrived, from all that devices did, in whatever order it reached us: the first time since it was last taken back;
 * null where they are not there.
 */
export function arrivalOf(acts: readonly DoorAct[]): number | null {
  const inOrder = acts.toSorted((a, b) => a.happenedAt - b.happenedAt || (a.id < b.id ? -1 : 1));
  let arrived: number | null = null;
  for (const { kind, happenedAt } of inOrder) {
    if (kind === 'undo') arrived = null;
    else arrived ??= happenedAt;
  }
  return arrived;
}

/** An instant of a device's clock by ours: `deviceNow` is what the device showed when it sent, `now` when it came. Never ahead. */
export function byOurClock(at: number, deviceNow: number, now: number): number {
  return Math.min(now, at + (now - deviceNow));
}

/** Those whose name holds what was typed, without regard to capitals, ë and ç. */
export function findPeople<P extends { name: string }>(people: readonly P[], typed: string): P[] {
  const wanted = foldName(typed);
  return people.filter(({ name }) => foldName(name).includes(wanted));
}

function foldName(name: string): string {
  return name.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase().trim();
}
