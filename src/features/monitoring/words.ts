import type { Formats } from '#i18n/format.ts';
import type { Translate } from '#i18n/translate.ts';
import type { Figures, Indicator } from './figures.ts';

/** An indicator in words, counts first: '3 of 5 (60 %)'. */
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
    share: formats.percent(indicator.share),
  });
}

/** Bounds where they are wider than the count; undefined where every priority is settled. */
export function boundsWords({ count, bounds }: Indicator, t: Translate): string | undefined {
  return bounds.low === count && bounds.high === count ? undefined : t('figures.bounds', bounds);
}

/** '2019–2020' as people write a span of years. */
export function spanWords(key: string): string {
  return key.replace(/^(\d{4})-(\d{4})$/, '$1–$2');
}
