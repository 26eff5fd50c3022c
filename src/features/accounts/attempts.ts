/** Tries of one account, or of what is typed as one, before it has to rest. */
export const mostTries = 8;

/** Milliseconds after which tries are forgotten. */
export const rest = 15 * 60 * 1000;

/** @returns seconds to wait; 0 where one may try now @param tries this one included */
export function secondsToWait(tries: number, since: Date, now: Date): number {
  if (tries <= mostTries) return 0;
  return Math.max(1, Math.ceil((since.getTime() + rest - now.getTime()) / 1000));
}
