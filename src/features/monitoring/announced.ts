/**
 * Whether the time by which a town hall said that it would do something has passed: the day, month or year is over. Whether
 * it was done, the next round finds.
 */
export function hasPassed(dueOn: string, today: string): boolean {
  return dueOn < today.slice(0, dueOn.length);
}
