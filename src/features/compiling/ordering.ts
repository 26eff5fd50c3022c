/** By what the candidates are put in order. */
export const methods = ['ranking', 'approval', 'support'] as const;
export type Method = (typeof methods)[number];

export function isMethod(value: string): value is Method {
  return methods.some((method) => method === value);
}

/** A candidate with what orders it where the method leaves a tie. */
export interface Contender {
  id: string;
  title: string;
  needs: number;
  sessions: number;
  people: number | null;
}

export interface Ranked {
  id: string;
  /** In the list, each its own. */
  position: number;
  /** Shared by those with the same score: 1, 2, 2, 4. */
  place: number;
  /** What it was ordered by; a later number counts where those before are equal. */
  score: readonly number[];
}

export type Scores = ReadonlyMap<string, readonly number[]>;

const collator = new Intl.Collator('sq', { numeric: true });

/**
 * Those with the higher score first. The same score is the same place; among those the one voiced in more sessions stands
 * first, then the one with more needs, then by title.
 */
export function rankBy(contenders: readonly Contender[], scores: Scores): Ranked[] {
  const scored = contenders.map((contender) => ({ contender, score: scores.get(contender.id) ?? [] }));
  const sorted = scored.toSorted(
    (a, b) =>
      compareScores(b.score, a.score) ||
      b.contender.sessions - a.contender.sessions ||
      b.contender.needs - a.contender.needs ||
      collator.compare(a.contender.title, b.contender.title) ||
      (a.contender.id < b.contender.id ? -1 : 1),
  );
  return sorted.map(({ contender, score }, index) => ({
    id: contender.id,
    position: index + 1,
    place: 1 + sorted.findIndex((other) => compareScores(other.score, score) === 0),
    score,
  }));
}

function compareScores(a: readonly number[], b: readonly number[]): number {
  for (let at = 0; at < Math.max(a.length, b.length); at += 1) {
    const difference = (a[at] ?? 0) - (b[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

/**
 * Points by Borda's count: of n candidates, the first of a ballot gets n - 1 points, the next n - 2, and so on; those that a
 * ballot leaves out share evenly what is left.
 */
export function bordaScores(ids: readonly string[], ballots: readonly (readonly string[])[]): Scores {
  const points = new Map(ids.map((id) => [id, 0]));
  for (const ballot of ballots) {
    const ranked = [...new Set(ballot)].filter((id) => points.has(id));
    const rest = (ids.length - ranked.length - 1) / 2;
    const given = new Map(ranked.map((id, index) => [id, ids.length - 1 - index]));
    for (const id of ids) points.set(id, (points.get(id) ?? 0) + (given.get(id) ?? rest));
  }
  return new Map([...points].map(([id, sum]) => [id, [sum]]));
}

/** How many ballots approved of each, all polls together. */
export function approvalScores(
  ids: readonly string[],
  counts: readonly { candidateId: string; approvals: number }[],
): Scores {
  const sums = new Map(ids.map((id) => [id, 0]));
  for (const { candidateId, approvals } of counts) {
    const sum = sums.get(candidateId);
    if (sum !== undefined) sums.set(candidateId, sum + approvals);
  }
  return new Map([...sums].map(([id, sum]) => [id, [sum]]));
}

/** In how many sessions it was voiced; then by how many people who were there; then in how many needs. */
export function supportScores(contenders: readonly Contender[]): Scores {
  return new Map(contenders.map(({ id, sessions, people, needs }) => [id, [sessions, people ?? 0, needs]]));
}
