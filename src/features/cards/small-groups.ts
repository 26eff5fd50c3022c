/** Groups of fewer people are never shown: someone in a small group could be recognised by their scores. */
export const smallestGroup = 5;

/** A group whose size may be told apart, and the groups that it is made of. */
export interface Group {
  key: string;
  n: number;
  parts: readonly Group[];
  /** How many were in it when it was last made public. */
  before?: number;
}

/**
 * The keys of the groups that may be shown together: none is small, and neither is what remains of a shown group when the
 * shown groups inside it are taken away, or when what was public before is. So no sum or difference of what is shown is
 * about fewer than five people.
 */
export function shownGroups(whole: Group): Set<string> {
  const shown = new Set<string>();
  if (!mayStand(whole)) return shown;
  show(whole, shown);
  return shown;
}

function mayStand({ n, before }: Group): boolean {
  const change = before === undefined ? 0 : Math.abs(n - before);
  return n >= smallestGroup && (change === 0 || change >= smallestGroup);
}

function show(group: Group, shown: Set<string>): void {
  shown.add(group.key);
  // The largest first: those left out last are the smallest.
  const standing = group.parts.filter(mayStand).toSorted((a, b) => b.n - a.n || (a.key < b.key ? -1 : 1));
  while (standing.length > 0 && leavesFew(group, standing)) standing.pop();
  for (const part of standing) show(part, shown);
}

/** Whether those of a group who are in none of the shown parts are few, or few more or fewer than when it was last public. */
function leavesFew(group: Group, shown: readonly Group[]): boolean {
  if (isSmall(group.n - sum(shown))) return true;
  if (group.before === undefined) return false;
  const known = shown.filter(({ before }) => before !== undefined);
  const restBefore = group.before - known.reduce((total, { before = 0 }) => total + before, 0);
  return isSmall(Math.abs(group.n - sum(known) - restBefore));
}

/** Some people, but too few. */
function isSmall(n: number): boolean {
  return n > 0 && n < smallestGroup;
}

function sum(groups: readonly Group[]): number {
  return groups.reduce((total, { n }) => total + n, 0);
}
