import type { Status, StatusCount } from '../status/status.ts';

/** One piece of a bar or a disc: where it starts and how long it is, in 0..100. */
export interface Piece {
  status: Status;
  count: number;
  from: number;
  size: number;
}

/** The pieces of a whole, one after the other; those of nothing are left out. */
export function piecesOf(counts: readonly StatusCount[]): Piece[] {
  const total = counts.reduce((sum, { count }) => sum + count, 0);
  let from = 0;
  return counts.flatMap(({ status, count }) => {
    if (count <= 0) return [];
    const size = (count / total) * 100;
    const piece = { status, count, from, size };
    from += size;
    return [piece];
  });
}

/** The five steps of tint of a share of 0..100. */
export function stepOf(percent: number): 1 | 2 | 3 | 4 | 5 {
  if (percent <= 20) return 1;
  if (percent <= 40) return 2;
  if (percent <= 60) return 3;
  return percent <= 80 ? 4 : 5;
}

/** Trimmed to two decimals, as SVG takes it. */
export function percentage(value: number): string {
  return `${Math.round(value * 100) / 100}%`;
}
