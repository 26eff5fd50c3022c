/** One candidate's turn on the clock. The server's instants alone count: a page that is loaded anew shows the same. */
export interface Turn {
  number: number;
  candidacyId: string;
  /** Milliseconds used before the clock last began to run. */
  usedMs: number;
  /** Null: it stands still. */
  runningSince: Date | null;
  hasEnded: boolean;
}

/** How long a turn has taken by now. */
export function usedBy({ usedMs, runningSince }: Pick<Turn, 'usedMs' | 'runningSince'>, now: Date): number {
  return usedMs + (runningSince === null ? 0 : Math.max(0, now.getTime() - runningSince.getTime()));
}

/** How long each candidate has spoken by now, in milliseconds. */
export function spokenBy(turns: readonly Turn[], now: Date): Map<string, number> {
  const spoken = new Map<string, number>();
  for (const turn of turns) {
    spoken.set(turn.candidacyId, (spoken.get(turn.candidacyId) ?? 0) + usedBy(turn, now));
  }
  return spoken;
}

/**
 * Who speaks next: whoever has had the fewest turns. Among those, the order by lot, begun one place further in each round, so
 * that nobody is always first.
 * @param order those present, by lot
 */
export function nextSpeaker(
  order: readonly string[],
  turns: readonly Pick<Turn, 'candidacyId'>[],
): string | undefined {
  const had = (id: string) => turns.filter(({ candidacyId }) => candidacyId === id).length;
  const round = Math.min(...order.map(had));
  const begin = order.length === 0 ? 0 : round % order.length;
  return [...order.slice(begin), ...order.slice(0, begin)].find((id) => had(id) === round);
}

/** '1:05'; what is over stands with a minus. Seconds that have begun count. */
export function clockText(milliseconds: number): string {
  const seconds = Math.ceil(milliseconds / 1000);
  const whole = Math.abs(seconds);
  return `${seconds < 0 ? '−' : ''}${Math.floor(whole / 60)}:${String(whole % 60).padStart(2, '0')}`;
}
