import type { Formats } from '#i18n/format.ts';
import type { Translate } from '#i18n/translate.ts';
import type { Figures } from './figures.ts';
import type { PublishedFigure } from './published.ts';
import { reconcileValue, type Reconciliation } from './reconciliation.ts';
import { indicatorWords } from './words.ts';

/** What stands beside a published figure: what the rows in the record say of the same, and why the two differ. */
export type Beside = { kind: 'no-rows' } | (Reconciliation & { figures: Figures });

const countedInRows: ReadonlySet<string> = new Set(['priorities', 'fully', 'partly', 'not', 'addressed']);

/**
 * @param figures ours of the same set of priorities; undefined where no row of it is in the record
 * @returns undefined for what is not counted in rows, such as focus groups held
 */
export function besideOf(published: PublishedFigure, figures: Figures | undefined): Beside | undefined {
  if (!countedInRows.has(published.measure)) return undefined;
  if (!figures) return { kind: 'no-rows' };
  const reconciliation = reconcileValue(published, figures);
  return reconciliation && { ...reconciliation, figures };
}

/** Undefined where there is nothing to add: both are the same. */
export function besideWords(
  { measure, unit }: PublishedFigure,
  beside: Beside,
  t: Translate,
  formats: Formats,
): string | undefined {
  switch (beside.kind) {
    case 'same':
      return undefined;
    case 'no-rows':
      return t('beside.no-rows');
    case 'rounding':
      return t('beside.rounding');
    case 'rows-missing':
      return t('beside.rows-missing', { read: beside.read, total: beside.total });
    case 'sense-not-stated': {
      const { figures } = beside;
      if (figures.missing > 0) {
        return t('figures.read', { read: figures.read, is: figures.whole.is, count: figures.whole.count });
      }
      const words = (indicator: Figures['fullyAddressed']) => indicatorWords(indicator, figures, t, formats);
      return t('beside.sense', {
        fully: words(figures.fullyAddressed),
        partly: words(figures.atLeastPartlyAddressed),
      });
    }
    case 'unexplained':
      return t('beside.unexplained', { ours: oursOf(measure, unit, beside.figures, formats) });
  }
}

function oursOf(measure: string, unit: 'count' | 'percent', figures: Figures, formats: Formats): string {
  const { counts, shares, whole, notInRecord } = figures;
  const part = (['fully', 'partly', 'not'] as const).find((one) => one === measure);
  if (!part) return formats.number(whole.count - notInRecord);
  return unit === 'percent' && shares ? formats.percent(shares[part]) : formats.number(counts[part]);
}
