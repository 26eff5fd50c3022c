import { dimensions, type Dimension, type Scores } from './dimensions.ts';

/** With fewer, one member could be guessed from the others. */
export const fewestMembers = 5;

export interface DimensionSpread {
  dimension: Dimension;
  least: number;
  median: number;
  most: number;
}

/** Of those that are not public, fewer could be worked out from the others, whose scores stand on their pages. */
export const fewestHidden = 3;

/** Whose scores are counted together: all, or those alone that are public where the others are too few to be hidden among them. */
export function countedTogether<One extends { isPublic: boolean }>(all: readonly One[]): One[] {
  const open = all.filter(({ isPublic }) => isPublic);
  return all.length - open.length >= fewestHidden ? [...all] : open;
}

/** How members see themselves, all together; undefined where they are too few to be shown. */
export function spreadOf(all: readonly Scores[]): DimensionSpread[] | undefined {
  if (all.length < fewestMembers) return undefined;
  return dimensions.map((dimension) => {
    const values = all.map((scores) => scores[dimension]).toSorted((a, b) => a - b);
    const middle = (values.length - 1) / 2;
    const median = ((values[Math.floor(middle)] ?? 0) + (values[Math.ceil(middle)] ?? 0)) / 2;
    return { dimension, least: values[0] ?? 0, median, most: values.at(-1) ?? 0 };
  });
}
