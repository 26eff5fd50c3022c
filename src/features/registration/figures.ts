/** Groups of fewer people are not shown. */
export const fewest = 10;

export interface Group {
  key: string;
  people: number;
}

/**
 * The groups that may be shown where how many there are in all is known: none under ten, and what is left out must not be found by
 * subtraction. So the rest is nobody, or at least two groups with at least ten people together; for that, the next smallest
 * groups are left out too.
 */
export function shownGroups<G extends Group>(groups: readonly G[]): G[] {
  const some = groups
    .filter(({ people }) => people > 0)
    .toSorted((a, b) => a.people - b.people || (a.key < b.key ? -1 : 1));
  let hidden = some.filter(({ people }) => people < fewest).length;
  if (hidden === 0) return some.toReversed();
  const peopleIn = (count: number) => some.slice(0, count).reduce((sum, { people }) => sum + people, 0);
  while (hidden < some.length && (hidden < 2 || peopleIn(hidden) < fewest)) hidden += 1;
  // One group that stays hidden alone, or a few together, would be the whole: then nothing is shown.
  return hidden < 2 || peopleIn(hidden) < fewest ? [] : some.slice(hidden).toReversed();
}
