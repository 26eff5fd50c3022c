import { shownGroups, type Group } from './small-groups.ts';
import { summaryOf, type Summary } from './summary.ts';
import { sexes, type Sex } from './person.ts';

/** A card as the results read it. */
export interface ScoredCard {
  sessionId: string;
  unitId: string | null;
  sex: Sex | null;
  scores: readonly (number | null)[];
}

/** Whose scores: everybody's, of one unit, of one sex, of one session. */
export type Whose =
  | { kind: 'all' }
  | { kind: 'unit'; id: string }
  | { kind: 'sex'; sex: Sex }
  | { kind: 'session'; id: string };

/** One issue in one group; without a summary where too few would be told apart. */
export interface IssueResult {
  position: number;
  whose: Whose;
  summary: Summary | undefined;
}

export function keyOfGroup(whose: Whose): string {
  switch (whose.kind) {
    case 'all':
      return 'all';
    case 'sex':
      return `sex ${whose.sex}`;
    case 'unit':
    case 'session':
      return `${whose.kind} ${whose.id}`;
  }
}

/** How many had answered an issue when it was last made public, by position and group. */
export type SizesBefore = (position: number, whose: Whose) => number | undefined;

/**
 * Each issue's scores for everyone, by unit, by sex and by session; who names no unit or sex counts in the whole alone.
 */
export function resultsOf(
  cards: readonly ScoredCard[],
  issues: readonly { position: number }[],
  before: SizesBefore = () => undefined,
): IssueResult[] {
  return issues.flatMap(({ position }) => {
    const answered = cards.filter(({ scores }) => typeof scores[position - 1] === 'number');
    const places = placesIn(answered);
    const size = (whose: Whose) => sizeOf(answered, whose, before(position, whose));
    const parts = places.map(({ whose, inside }) => ({ ...size(whose), parts: inside.map(size) }));
    const bySex = sexes.map((sex): Whose => ({ kind: 'sex', sex }));
    const all = size({ kind: 'all' });
    // Two ways to divide the whole, each safe by itself: what is left of one cannot be told from the other.
    const shown = new Set([
      ...shownGroups({ ...all, parts }),
      ...shownGroups({ ...all, parts: bySex.map(size) }),
    ]);
    const everyone: Whose[] = [
      { kind: 'all' },
      ...bySex,
      ...places.flatMap(({ whose, inside }) => [whose, ...inside]),
    ];
    return everyone.map((whose) => ({
      position,
      whose,
      summary: shown.has(keyOfGroup(whose)) ? summaryOf(scoresOf(answered, whose, position)) : undefined,
    }));
  });
}

/**
 * What the whole is divided into: units, each with the sessions whose cards are all its own, and beside them sessions whose
 * cards name no unit. A session with people of several units would be told apart by difference: it has no line of its own.
 */
function placesIn(cards: readonly ScoredCard[]): { whose: Whose; inside: Whose[] }[] {
  const sessionsOf = Map.groupBy(
    Map.groupBy(cards, ({ sessionId }) => sessionId),
    ([, own]) => {
      const [unit, ...more] = new Set(own.map(({ unitId }) => unitId));
      return more.length === 0 ? unit : 'several';
    },
  );
  const inside = (unit: string | null) =>
    (sessionsOf.get(unit) ?? []).map(([id]): Whose => ({ kind: 'session', id }));
  const units = new Set(cards.flatMap(({ unitId }) => unitId ?? []));
  return [
    ...[...units].map((id) => ({ whose: { kind: 'unit' as const, id }, inside: inside(id) })),
    ...inside(null).map((whose) => ({ whose, inside: [] })),
  ];
}

function belongsTo(card: ScoredCard, whose: Whose): boolean {
  switch (whose.kind) {
    case 'all':
      return true;
    case 'unit':
      return card.unitId === whose.id;
    case 'sex':
      return card.sex === whose.sex;
    case 'session':
      return card.sessionId === whose.id;
  }
}

function sizeOf(cards: readonly ScoredCard[], whose: Whose, before: number | undefined): Group {
  const n = cards.filter((card) => belongsTo(card, whose)).length;
  return { key: keyOfGroup(whose), n, parts: [], ...(before === undefined ? {} : { before }) };
}

function scoresOf(cards: readonly ScoredCard[], whose: Whose, position: number): number[] {
  return cards.flatMap((card) => {
    const score = card.scores[position - 1];
    return belongsTo(card, whose) && typeof score === 'number' ? [score] : [];
  });
}
