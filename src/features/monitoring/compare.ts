import type { Comparison } from './figures.ts';
import { spreadOf, type Spread } from './spread.ts';

/** One municipality's figures of a set of priorities, as they are compared. */
export interface Compared {
  municipalityId: string;
  figures: Comparison;
}

/** One municipality beside the others on both indicators. A place among them is not told: contracts differ. */
export interface BesideOthers {
  fully: { own: number | null; others: Spread | null };
  atLeastPartly: { own: number | null; others: Spread | null };
}

function shareOf(
  { figures }: Compared,
  indicator: 'fullyAddressed' | 'atLeastPartlyAddressed',
): number | undefined {
  const { comparable, denominator } = figures;
  return comparable && denominator > 0 ? (figures[indicator].count * 100) / denominator : undefined;
}

/** Sets a municipality beside the spread of the others; those whose contract has not been read in full are left out. */
export function besideOthers(all: readonly Compared[], municipalityId: string): BesideOthers {
  const own = all.find((one) => one.municipalityId === municipalityId);
  const others = all.filter((one) => one.municipalityId !== municipalityId);
  const on = (indicator: 'fullyAddressed' | 'atLeastPartlyAddressed') => ({
    own: (own && shareOf(own, indicator)) ?? null,
    others: spreadOf(others.flatMap((one) => shareOf(one, indicator) ?? [])) ?? null,
  });
  return { fully: on('fullyAddressed'), atLeastPartly: on('atLeastPartlyAddressed') };
}
