import type { RequestState } from './request.ts';

/** How loud the word for a state is. */
export const tones = {
  'not-sent': 'plain',
  waiting: 'plain',
  late: 'alert',
  answered: 'strong',
  partly: 'mark',
  refused: 'mark',
  silent: 'mark',
} as const satisfies Record<RequestState, string>;
