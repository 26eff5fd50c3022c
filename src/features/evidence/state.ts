import type { ItemState } from './schema.ts';

/** What stands to an item: taken back, private, or how far an editor's look at it is. */
export function stateOf(item: {
  visibility: 'public' | 'private';
  review: 'open' | 'accepted' | 'withheld';
  withdrawnReason: string;
}): ItemState {
  if (item.withdrawnReason !== '') return 'withdrawn';
  return item.visibility === 'private' ? 'private' : item.review;
}
