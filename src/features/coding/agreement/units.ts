/** What the coders of one unit gave it, each in their own place; null: gave none. */
export type Unit = readonly (string | null)[];

/** Units that were coded alike, and how many of them there are: a million codes are a few dozen patterns. */
export interface Pattern {
  unit: Unit;
  count: number;
}

/** Counts units that are alike. Reads each once, so that they may come from a cursor. */
export function patternsOf(units: Iterable<Unit>): Pattern[] {
  const found = new Map<string, Pattern>();
  for (const unit of units) {
    const key = JSON.stringify(unit);
    const pattern = found.get(key);
    if (pattern) pattern.count += 1;
    else found.set(key, { unit, count: 1 });
  }
  return [...found.values()];
}
