/** How many sessions agreed on an issue as their most pressing, their second and their third. */
export interface TopCount {
  position: number;
  places: readonly [first: number, second: number, third: number];
}

/**
 * What the sessions' groups agreed on, issue by issue: those that most sessions named first, then those that stood higher.
 * Places are counted, not weighed: nobody said how much more a first place is than a second.
 * @param tops each session's issues by their positions on the card, most pressing first
 */
export function countTops(tops: readonly (readonly number[])[]): TopCount[] {
  const positions = [...new Set(tops.flatMap((top) => top.slice(0, 3)))];
  const times = (position: number, place: number) => tops.filter((top) => top[place] === position).length;
  return positions
    .map((position): TopCount => ({
      position,
      places: [times(position, 0), times(position, 1), times(position, 2)],
    }))
    .toSorted(
      (a, b) =>
        sessionsOf(b) - sessionsOf(a) ||
        b.places[0] - a.places[0] ||
        b.places[1] - a.places[1] ||
        a.position - b.position,
    );
}

/** How many sessions named it at all. */
export function sessionsOf({ places: [first, second, third] }: TopCount): number {
  return first + second + third;
}
