import type { CountIs } from '#features/contracts/contract.ts';

/** The size of the contract or contracts counted, frozen at signature. */
export interface FrozenSize {
  /** Priorities by the contract; null where the record does not know. */
  count: number | null;
  is: CountIs | null;
}

/** How many priorities there are, as far as is known. */
export interface Whole {
  count: number;
  /** 'unknown': these are the rows in the record; whether the contract has more is not known. */
  is: CountIs | 'unknown';
}

/** A contract never has fewer priorities than rows in the record: where it says so, it is no longer exact. */
export function wholeOf({ count, is }: FrozenSize, inRecord: number): Whole {
  if (count === null || is === null) return { count: inRecord, is: 'unknown' };
  return count < inRecord ? { count: inRecord, is: 'at-least' } : { count, is };
}

/**
 * The size of several contracts together: exact only where each is. For the others it is the least they can hold,
 * which is their rows in the record where nothing else is known.
 */
export function combineSizes(contracts: readonly { size: FrozenSize; inRecord: number }[]): FrozenSize {
  const wholes = contracts.map(({ size, inRecord }) => wholeOf(size, inRecord));
  if (wholes.every(({ is }) => is === 'unknown')) return { count: null, is: null };
  return {
    count: wholes.reduce((sum, { count }) => sum + count, 0),
    is: wholes.every(({ is }) => is === 'exact') ? 'exact' : 'at-least',
  };
}
