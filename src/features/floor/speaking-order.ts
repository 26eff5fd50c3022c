/** 'arrival': who asked first; 'fair': who has spoken least; 'alternating': fair, and on site and online in turn. */
export const speakingOrders = ['arrival', 'fair', 'alternating'] as const;
export type SpeakingOrder = (typeof speakingOrders)[number];

export const attendances = ['on-site', 'online'] as const;
export type Attendance = (typeof attendances)[number];

/** Somebody who waits for the floor, or had it. The same browser is the same speaker. */
export interface Turn {
  id: string;
  speaker: string;
  attendance: Attendance;
  askedAt: Date;
}

/**
 * In which order those who wait speak. Fair: those who had no turn yet come before those who had one, these before those who had
 * two; among equals who asked first.
 * @param had turns that were given, the latest last
 */
export function orderOfSpeakers<One extends Turn>(
  order: SpeakingOrder,
  waiting: readonly One[],
  had: readonly Pick<Turn, 'speaker' | 'attendance'>[],
): One[] {
  const arrived = waiting.toSorted(
    (a, b) => a.askedAt.getTime() - b.askedAt.getTime() || (a.id < b.id ? -1 : 1),
  );
  if (order === 'arrival') return arrived;
  const turns = new Map<string, number>();
  for (const { speaker } of had) turns.set(speaker, (turns.get(speaker) ?? 0) + 1);
  const levels = Map.groupBy(arrived, ({ speaker }) => turns.get(speaker) ?? 0);
  const fair = [...levels].toSorted(([a], [b]) => a - b).map(([, level]) => level);
  if (order === 'fair') return fair.flat();
  let last = had.at(-1)?.attendance;
  return fair.flatMap((level) => {
    const inTurn = alternate(level, last);
    last = inTurn.at(-1)?.attendance ?? last;
    return inTurn;
  });
}

/** One from the other side than the last, as long as there is one; otherwise the next of those who are left. */
function alternate<One extends Turn>(arrived: readonly One[], last: Attendance | undefined): One[] {
  const left = [...arrived];
  const order: One[] = [];
  let before = last;
  while (left.length > 0) {
    const other = left.findIndex(({ attendance }) => attendance !== before);
    const [next] = left.splice(before === undefined ? 0 : Math.max(0, other), 1);
    if (!next) break;
    order.push(next);
    before = next.attendance;
  }
  return order;
}

/** Whole seconds that each name has spoken by now, the longest first. */
export function timeSpoken(
  turns: readonly { name: string; calledAt: Date | null; endedAt: Date | null }[],
  now: Date,
): { name: string; seconds: number }[] {
  const spoken = new Map<string, number>();
  for (const { name, calledAt, endedAt } of turns) {
    if (calledAt === null) continue;
    const spent = Math.max(0, (endedAt ?? now).getTime() - calledAt.getTime());
    spoken.set(name, (spoken.get(name) ?? 0) + spent);
  }
  return [...spoken]
    .map(([name, spent]) => ({ name, seconds: Math.round(spent / 1000) }))
    .toSorted((a, b) => b.seconds - a.seconds);
}

/** '1:05' */
export function minutesText(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
