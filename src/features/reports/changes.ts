import type { Status } from '#features/monitoring/status.ts';

/**
 * How a priority's status moved since the round before. 'first': it had none then; 'apart': one of the two is not on the
 * scale from not to fully addressed (no data, not assessable), so that nothing can be said.
 */
export const changes = ['better', 'same', 'worse', 'apart', 'first'] as const;

export type Change = (typeof changes)[number];

const scale: readonly Status[] = ['not', 'partly', 'fully'];

/** @param before undefined where the priority had no status in the round before */
export function changeOf(before: Status | undefined, now: Status): Change {
  if (before === undefined || before === 'not-assessed') return 'first';
  const [from, to] = [scale.indexOf(before), scale.indexOf(now)];
  if (from < 0 || to < 0) return 'apart';
  if (from === to) return 'same';
  return to > from ? 'better' : 'worse';
}

/** How many priorities moved how; each is counted once. */
export function countChanges(
  moved: readonly { before: Status | undefined; now: Status; count?: number }[],
): Record<Change, number> {
  const counts = { better: 0, same: 0, worse: 0, apart: 0, first: 0 };
  for (const { before, now, count = 1 } of moved) counts[changeOf(before, now)] += count;
  return counts;
}
