/** How far a conclusion has come. 'finding': it says what is so, and nobody has to follow it up. */
export const conclusionStates = ['finding', 'open', 'overdue', 'done'] as const;
export type ConclusionState = (typeof conclusionStates)[number];

/** Those that a reader can ask for: what there is to follow up. */
export const followedStates = ['open', 'overdue', 'done'] as const;

interface Followed {
  /** Known to the year, month or day. */
  dueOn: string | null;
  hasFollower: boolean;
  outcomes: readonly { completes: boolean }[];
}

/** @param today a day in Albania */
export function stateOf({ dueOn, hasFollower, outcomes }: Followed, today: string): ConclusionState {
  if (outcomes.some(({ completes }) => completes)) return 'done';
  if (dueOn !== null) return isOver(dueOn, today) ? 'overdue' : 'open';
  return hasFollower || outcomes.length > 0 ? 'open' : 'finding';
}

/** Whether a day, month or year is over. */
export function isOver(date: string, today: string): boolean {
  return date < today.slice(0, date.length);
}
