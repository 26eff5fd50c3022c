import type { Formats } from '#i18n/format.ts';
import type { Translate } from '#i18n/translate.ts';
import type { StatusCount } from '#ui/status/status.ts';
import type { Figures, Indicator } from './figures.ts';
import type { PublishedFigure } from './published.ts';
import type { Spread } from './spread.ts';

/** An indicator in words, counts first: '3 of 5 (60 %)'; 'of at least 7' where the contract may hold more. */
export function indicatorWords(
  indicator: Indicator,
  figures: Figures,
  t: Translate,
  formats: Formats,
): string {
  if (indicator.share === null) return t('figures.none');
  return t('figures.of', {
    count: indicator.count,
    total: figures.denominator,
    is: figures.whole.is,
    share: formats.percent(indicator.share),
  });
}

/** 'of 5 priorities', 'of at least 7 priorities': the denominator, as far as it is known. */
export function denominatorWords({ denominator, whole }: Figures, t: Translate): string {
  return t('figures.denominator', { count: denominator, is: whole.is });
}

/** Bounds where they are wider than the count; undefined where every priority is settled. */
export function boundsWords(
  { count, bounds }: Indicator,
  t: Translate,
  key: 'figures.bounds' | 'reports.bounds-of' = 'figures.bounds',
): string | undefined {
  return bounds.low === count && bounds.high === count ? undefined : t(key, bounds);
}

/** The five numbers of a spread; of few municipalities, the ends alone: quartiles of three are those three again. */
export function spreadWords(spread: Spread | null, t: Translate, formats: Formats): string {
  // Contracts have fewer than fifty priorities: a decimal would be finer than one of them.
  const whole = (percent: number) => formats.percent(Math.round(percent));
  const n = spread?.n ?? 0;
  const ends = { n, least: whole(spread?.least ?? 0), most: whole(spread?.most ?? 0) };
  if (!spread || n < 4) return t('monitoring.spread-few', ends);
  return t('monitoring.five', {
    ...ends,
    lower: whole(spread.lowerQuartile),
    median: whole(spread.median),
    upper: whole(spread.upperQuartile),
  });
}

/** '13 fully, 71 partly and 4 without data': every count that is not zero. */
export function countsInWords(counts: readonly StatusCount[], t: Translate, formats: Formats): string {
  const some = counts.filter(({ count }) => count > 0);
  return formats.list(some.map(({ status, count }) => t(`status.counted.${status}`, { count })));
}

/** '2019–2020' as people write a span of years. */
export function spanWords(key: string): string {
  return key.replace(/^(\d{4})-(\d{4})$/, '$1–$2');
}

/** A published figure as it was published: '17%', 'over 2,000', '6 of 9'. */
export function publishedWords(
  { qualifier, unit, value, outOf }: PublishedFigure,
  t: Translate,
  formats: Formats,
): string {
  const shown = unit === 'percent' ? formats.percent(value) : formats.number(value);
  const words = t(`qualifier.${qualifier}`, { value: shown });
  return outOf === null ? words : `${words} ${t('ui.of', { total: outOf })}`;
}
