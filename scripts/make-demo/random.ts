export interface Random {
  /** A number in [0, 1). */
  next(): number;
  /** A whole number from `from` to `to`, both included. */
  between(from: number, to: number): number;
  chance(probability: number): boolean;
  pick<T>(items: readonly [T, ...T[]]): T;
  pick<T>(items: readonly T[]): T;
  shuffle<T>(items: readonly T[]): T[];
}

/**
 * Numbers that only depend on the name given: the same package on every machine, and a change in one part of the
 * record leaves the others as they were.
 */
export function randomFor(name: string): Random {
  // FNV-1a gathers the name into 32 bits; mulberry32 draws from them.
  let state = 0x811c9dc5;
  for (const character of name) {
    state = Math.imul(state ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0;
  }
  function next(): number {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }
  function between(from: number, to: number): number {
    return from + Math.floor(next() * (to - from + 1));
  }
  function pick<T>(items: readonly T[]): T {
    const picked = items[between(0, items.length - 1)];
    if (picked === undefined) throw new Error(`Nothing to pick from for ${name}`);
    return picked;
  }
  function shuffle<T>(items: readonly T[]): T[] {
    const drawn = items.map((item) => ({ item, order: next() }));
    return drawn.toSorted((a, b) => a.order - b.order).map(({ item }) => item);
  }
  return { next, between, chance: (probability) => next() < probability, pick, shuffle };
}
