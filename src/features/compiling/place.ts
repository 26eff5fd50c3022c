import type { Wording } from './wording.ts';

/** Where a need stands on the board. */
export type Place =
  | { at: 'waiting' }
  | { at: 'candidate'; id: string }
  /** Kept out of the contract, with a reason that the public reads. */
  | ({ at: 'aside'; reason: string } & Wording);

export const waiting: Place = { at: 'waiting' };

export function isSamePlace(a: Place, b: Place): boolean {
  switch (a.at) {
    case 'waiting':
      return b.at === 'waiting';
    case 'candidate':
      return b.at === 'candidate' && a.id === b.id;
    case 'aside':
      return b.at === 'aside' && a.reason === b.reason && a.language === b.language && a.other === b.other;
  }
}

/** A need as someone saw it when they chose it: which, and where it stood ('waiting', 'aside' or the candidate's id). */
export interface SeenNeed {
  id: string;
  at: string;
}

/** Where a place is, without the reason: what a form carries to tell whether the need has moved since. */
export function markOf(place: Place): string {
  return place.at === 'candidate' ? place.id : place.at;
}

/** A need in a form: `<id>@waiting`. */
export function seenAs(id: string, at: string): string {
  return `${id}@${at}`;
}
