import type { Round } from './round.ts';
import { spanWords } from './words.ts';

/** The rounds of a chart as the columns of a timeline. */
export function columnsOf(rounds: readonly { round: Pick<Round, 'key' | 'starts' | 'ends'> }[]) {
  return rounds.map(({ round: { key, starts, ends } }) => ({ key, label: spanWords(key), starts, ends }));
}
