/** How far a reply is: it can be written, it was handed in, or its last day has passed without one. */
export type ReplyState = 'open' | 'handed-in' | 'silent';

/**
 * @param today the calendar day in the country
 * @example stateOn({ submittedAt: null, dueOn: '2028-10-23' }, '2028-10-24') // 'silent'
 */
export function stateOn(reply: { submittedAt: Date | null; dueOn: string }, today: string): ReplyState {
  if (reply.submittedAt !== null) return 'handed-in';
  return today <= reply.dueOn ? 'open' : 'silent';
}

/** Days before the last one on which the town hall is reminded. */
export const reminderDays = [7, 1] as const;

/** Parts of a reply: the whole, or the priority with that number in the contract's order. */
export type Part = { kind: 'overall' } | { kind: 'priority'; number: number };

/** The part that an address names; undefined where it names none. */
export function partOf(name: string): Part | undefined {
  if (name === 'overall') return { kind: 'overall' };
  if (!/^[1-9]\d{0,3}$/.test(name)) return undefined;
  return { kind: 'priority', number: Number(name) };
}
