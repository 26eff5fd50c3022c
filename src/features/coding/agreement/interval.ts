import { quantileSorted } from 'd3-array';
import { randomBinomial, randomLcg } from 'd3-random';
import { krippendorffAlpha, type Metric } from './alpha.ts';
import type { Pattern } from './units.ts';

const draws = 1000;
/** Any number would do: the same codes always give the same interval, so that anyone can compute it again. */
const seed = 0.2019;

/** As many units as there are, drawn with replacement: of each pattern a binomial share of what is left. */
function resample(
  patterns: readonly Pattern[],
  binomial: ReturnType<typeof randomBinomial.source>,
): Pattern[] {
  let left = patterns.reduce((total, { count }) => total + count, 0);
  let drawn = left;
  return patterns.map(({ unit, count }) => {
    const taken = left === count ? drawn : binomial(drawn, count / left)();
    left -= count;
    drawn -= taken;
    return { unit, count: taken };
  });
}

/**
 * Between which values alpha would lie in 95 of 100 samples of such units: percentiles of 1,000 samples of the units that
 * two coded, each drawn with replacement (a bootstrap over units). Samples in which it is not defined are left out.
 * @returns null where alpha itself is not defined
 */
export function alphaInterval(
  patterns: readonly Pattern[],
  scale: readonly string[],
  metric: Metric,
): { low: number; high: number } | null {
  if (krippendorffAlpha(patterns, scale, metric) === null) return null;
  const binomial = randomBinomial.source(randomLcg(seed));
  const pairs = patterns.filter(({ unit }) => unit.filter((code) => scale.includes(code ?? '')).length > 1);
  // In one order, whatever order the units came in.
  const ordered = pairs.toSorted((one, other) =>
    JSON.stringify(one.unit) < JSON.stringify(other.unit) ? -1 : 1,
  );
  const alphas: number[] = [];
  for (let draw = 0; draw < draws; draw += 1) {
    const alpha = krippendorffAlpha(resample(ordered, binomial), scale, metric);
    if (alpha !== null) alphas.push(alpha);
  }
  alphas.sort((one, other) => one - other);
  const [low, high] = [quantileSorted(alphas, 0.025), quantileSorted(alphas, 0.975)];
  return low === undefined || high === undefined ? null : { low, high };
}
