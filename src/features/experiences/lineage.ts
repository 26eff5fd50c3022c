interface Place {
  key: string;
  name: string;
}

interface Learned {
  municipality: Place;
  /** Whose way it took over, by key; null: that of the experience itself. */
  learnedFrom: string | null;
}

/** A place of the lineage: who learned from whom, over how many steps. */
export interface LineageNode<One> {
  place: Place;
  /** 0: where the experience was made. */
  depth: number;
  /** Whom it learned from; null where the experience was made. */
  parent: Place | null;
  /** What it said; null where the experience was made. */
  said: One | null;
}

/**
 * The tree of who learned from whom, as it is read from top to bottom: each place once, after the one that it learned from.
 * Whoever learned from a place that is not in the tree, or from one that learned from them, stands under its root.
 * @param said of each place the version that holds, in the order in which they said it
 */
export function lineageOf<One extends Learned>(root: Place, said: readonly One[]): LineageNode<One>[] {
  const byKey = new Map<string, One>();
  for (const one of said) if (one.municipality.key !== root.key) byKey.set(one.municipality.key, one);
  const teacherOf = (one: One): string => {
    const key = one.learnedFrom ?? root.key;
    return leadsToRoot(one.municipality.key, byKey, root.key) ? key : root.key;
  };
  const pupils = Map.groupBy(byKey.values(), teacherOf);
  const walk = (place: Place, depth: number): LineageNode<One>[] =>
    (pupils.get(place.key) ?? []).flatMap((one) => [
      { place: one.municipality, depth, parent: place, said: one },
      ...walk(one.municipality, depth + 1),
    ]);
  return [{ place: root, depth: 0, parent: null, said: null }, ...walk(root, 1)];
}

/** Whether following teachers from a place ends at the root. */
function leadsToRoot(from: string, byKey: ReadonlyMap<string, Learned>, root: string): boolean {
  const seen = new Set<string>();
  for (let key = from; key !== root;) {
    const one = byKey.get(key);
    if (!one || seen.has(key)) return false;
    seen.add(key);
    key = one.learnedFrom ?? root;
  }
  return true;
}
