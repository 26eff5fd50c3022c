import { leastShared, stemsOf } from './need-query.ts';

export interface SaidNeed {
  id: string;
  statement: string;
}

/**
 * Groups of needs that likely say the same, largest first; needs that are like no other are left out. Two belong together if
 * they share most of their words, or each is like a third.
 */
export function groupAlike(needs: readonly SaidNeed[]): string[][] {
  const words = rareFirst(needs.map(({ statement }) => stemsOf(statement)));
  const leader = needs.map((_, index) => index);
  const withWord = new Map<number, number[]>();
  for (const [index, own] of words.entries()) {
    const seen = new Set<number>();
    // Two that share so much share one of their rarest words: only those are looked up.
    for (const word of own.slice(0, own.length - Math.ceil(leastShared * own.length) + 1)) {
      const others = withWord.get(word) ?? [];
      for (const other of others) {
        if (seen.has(other) || leaderOf(leader, other) === leaderOf(leader, index)) continue;
        seen.add(other);
        if (isAlike(own, words[other] ?? [])) leader[leaderOf(leader, index)] = leaderOf(leader, other);
      }
      others.push(index);
      withWord.set(word, others);
    }
  }
  const groups = Map.groupBy(needs.keys(), (index) => leaderOf(leader, index));
  return [...groups.values()]
    .filter((members) => members.length > 1)
    .toSorted((a, b) => b.length - a.length || (a[0] ?? 0) - (b[0] ?? 0))
    .map((members) => members.map((index) => needs[index]?.id ?? ''));
}

/** Each need's words as numbers, the rarest of the board lowest and first. */
function rareFirst(stems: readonly (readonly string[])[]): number[][] {
  const uses = new Map<string, number>();
  for (const stem of stems.flat()) uses.set(stem, (uses.get(stem) ?? 0) + 1);
  const ordered = [...uses].toSorted(([a, m], [b, n]) => m - n || (a < b ? -1 : 1));
  const rank = new Map(ordered.map(([stem], index) => [stem, index]));
  return stems.map((own) => own.map((stem) => rank.get(stem) ?? 0).toSorted((a, b) => a - b));
}

/** Whether two sorted lists of numbers share enough (Jaccard). */
function isAlike(a: readonly number[], b: readonly number[]): boolean {
  const total = a.length + b.length;
  if (Math.min(a.length, b.length) < leastShared * Math.max(a.length, b.length)) return false;
  let shared = 0;
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const difference = (a[i] ?? 0) - (b[j] ?? 0);
    if (difference === 0) shared += 1;
    if (difference <= 0) i += 1;
    if (difference >= 0) j += 1;
  }
  return shared >= leastShared * (total - shared);
}

function leaderOf(leader: number[], index: number): number {
  let at = index;
  for (let next = leader[at] ?? at; next !== at; next = leader[at] ?? at) {
    leader[at] = leader[next] ?? next;
    at = next;
  }
  return at;
}
