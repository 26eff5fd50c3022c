import type { Formats } from '#i18n/format.ts';
import type { Translate } from '#i18n/translate.ts';
import { publishedWords } from '#features/monitoring/words.ts';
import type { Computed } from './computed.ts';
import type { Published } from './yearly.ts';

/** A computed figure, counts first: 'at least 240', '12 of 40 (30%)'. */
export function computedWords({ count, of, percent, is }: Computed, t: Translate, formats: Formats): string {
  const words = t(`qualifier.${is}`, { value: formats.number(count) });
  if (of === null) return words;
  const whole = `${words} ${t('ui.of', { total: of })}`;
  return percent === null ? whole : `${whole} (${formats.percent(percent)})`;
}

/** What a computed figure rests on, where that is not everything. */
export function basisWords({ basis }: Computed, t: Translate): string {
  switch (basis.kind) {
    case 'all':
      return '';
    case 'gatherings':
      return t('yearly.basis.gatherings', { counted: basis.counted, of: basis.of });
    case 'statuses':
      return t('yearly.basis.statuses', { read: basis.read, of: basis.of });
  }
}

/** A figure as it was published; of two that add up, both are named. */
export function publishedWordsOf(
  { figures, value, unit }: Published,
  t: Translate,
  formats: Formats,
): string {
  const [first] = figures;
  if (!first) return '';
  if (figures.length === 1) return publishedWords(first, t, formats);
  const shown = (number: number) => (unit === 'percent' ? formats.percent(number) : formats.number(number));
  return t('yearly.sum', {
    value: shown(value),
    parts: figures.map((figure) => shown(figure.value)).join(' + '),
  });
}
