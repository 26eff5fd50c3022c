export const states = ['unconfirmed', 'open', 'asked', 'accepted', 'declined', 'withdrawn'] as const;

/** How far an application is. */
export type State = (typeof states)[number];

/** Whether coordinators still decide on it. */
export function isUnderReview(state: State): boolean {
  return state === 'open' || state === 'asked';
}

/** Whether the applicant can still take it back. */
export function mayWithdraw(state: State): boolean {
  return state === 'unconfirmed' || isUnderReview(state);
}
