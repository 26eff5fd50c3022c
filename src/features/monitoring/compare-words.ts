import type { Formats } from '#i18n/format.ts';
import type { Translate } from '#i18n/translate.ts';
import type { ComparedSet } from './server/compare-page.ts';
import type { Spread } from './spread.ts';
import { indicatorWords } from './words.ts';

/** The others of a comparison in words: their ends, and the middle half where they are enough to have one. */
export function othersWords(others: Spread | null, t: Translate, formats: Formats): string {
  if (!others) return t('compare.no-others');
  // Contracts have fewer than fifty priorities: a decimal would be finer than one of them.
  const whole = (percent: number) => formats.percent(Math.round(percent));
  const ends = { n: others.n, least: whole(others.least), most: whole(others.most) };
  if (others.n < 4) return t('compare.others-few', ends);
  return t('compare.others', {
    ...ends,
    lower: whole(others.lowerQuartile),
    median: whole(others.median),
    upper: whole(others.upperQuartile),
  });
}

/** A municipality's own figure, and whether it stands in the drawing. */
export function ownWords(
  { figures, ...set }: ComparedSet,
  indicator: 'fully' | 'atLeastPartly',
  t: Translate,
  formats: Formats,
): string {
  const named = indicator === 'fully' ? figures.fullyAddressed : figures.atLeastPartlyAddressed;
  const words = indicatorWords(named, figures, t, formats);
  return set[indicator].own === null && named.share !== null
    ? t('compare.own-not-compared', { words })
    : words;
}
