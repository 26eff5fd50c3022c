import type { RegistrationState } from './mode.ts';

/** Places of one mode of an event. */
export interface Places {
  /** null: as many as come. */
  capacity: number | null;
  /** Registrations that have a place or are offered one. */
  held: number;
}

export interface Entry {
  id: string;
  /** The place in the order of those who registered; never given twice. */
  number: number;
  state: RegistrationState;
  offeredUntil: number | null;
}

/** How many can move up. A capacity that was lowered takes no place away; nobody moves up until enough are free. */
export function freePlaces({ capacity, held }: Places): number {
  return capacity === null ? Infinity : Math.max(0, capacity - held);
}

/** Who moves up: those who wait, in their order, as far as places are free. */
export function movesUp<W extends Pick<Entry, 'id' | 'number'>>(places: Places, waiting: readonly W[]): W[] {
  const inOrder = waiting.toSorted((a, b) => a.number - b.number);
  return inOrder.slice(0, freePlaces(places));
}

/** Until when who moves up has to say that they come; null: the place is theirs at once. Never past the beginning. */
export function offerEnds(now: number, confirmHours: number | null, starts: number): number | null {
  if (confirmHours === null) return null;
  const ends = Math.min(now + confirmHours * 3_600_000, starts);
  // Shortly before it begins nobody can be asked any more.
  return ends - now < 3_600_000 ? null : ends;
}

/** Whether the offer of a place has ended without an answer. */
export function hasLapsed(
  { state, offeredUntil }: Pick<Entry, 'state' | 'offeredUntil'>,
  now: number,
): boolean {
  return state === 'offered' && offeredUntil !== null && offeredUntil <= now;
}

/** The queue of one mode after offers have ended and places were given: what the service does, row by row. */
export function settle(
  queue: readonly Entry[],
  capacity: number | null,
  now: number,
  until: number | null,
): Entry[] {
  const kept = queue.map((entry) =>
    hasLapsed(entry, now) ? { ...entry, state: 'lapsed' as const, offeredUntil: null } : entry,
  );
  const held = kept.filter(({ state }) => state === 'place' || state === 'offered').length;
  const waiting = kept.filter(({ state }) => state === 'waiting');
  const up = new Set(movesUp({ capacity, held }, waiting).map(({ id }) => id));
  const state = until === null ? ('place' as const) : ('offered' as const);
  return kept.map((entry) => (up.has(entry.id) ? { ...entry, state, offeredUntil: until } : entry));
}
