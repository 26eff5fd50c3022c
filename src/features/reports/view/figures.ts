import type { Figures } from '#features/monitoring/figures.ts';
import { shareBarOf } from '#features/monitoring/share-bar.ts';
import {
  boundsWords,
  countsInWords,
  denominatorWords,
  indicatorWords,
  spanWords,
} from '#features/monitoring/words.ts';
import { pickText } from '#i18n/languages.ts';
import { changes } from '../changes.ts';
import type { Report } from '../server/build.ts';
import type { Words } from './words.ts';

/** The two indicators, counts first, with the bounds where they are wider. */
export function indicatorsOf(figures: Figures, { t, formats }: Words) {
  return (['fullyAddressed', 'atLeastPartlyAddressed'] as const).map((name) => ({
    key: name,
    label: t(name === 'fullyAddressed' ? 'figures.fully' : 'figures.at-least-partly'),
    value: indicatorWords(figures[name], figures, t, formats),
    bounds: boundsWords(figures[name], t, 'reports.bounds-of'),
  }));
}

function barOf(key: string, label: string, figures: Figures, { t, formats }: Words) {
  const bar = shareBarOf(figures);
  return {
    key,
    label,
    note: denominatorWords(figures, t),
    ...bar,
    words: countsInWords(bar.counts, t, formats),
  };
}

export type ReportBar = ReturnType<typeof barOf>;

/** A bar for each round up to this one, and one for each field in this round. */
export function barsOf({ history, fields }: Report, words: Words) {
  return {
    rounds: history.map(({ round, figures }) => barOf(round, spanWords(round), figures, words)),
    fields: fields.map(({ key, name, figures }) =>
      barOf(key, pickText(name, words.language), figures, words),
    ),
  };
}

/** How many priorities moved how since the round before; null where there is none. */
export function changesOf(report: Report, { t }: Words) {
  const { changes: counts, before, round } = report;
  if (!counts || !before) return null;
  return {
    title: t('reports.changes', { round: spanWords(before.key) }),
    rows: changes.map((change) => ({
      key: change,
      label: t(`reports.change.${change}`),
      count: counts[change],
    })),
    note: before.codebook === round.codebook ? undefined : t('reports.changes.codebook'),
  };
}

export function municipalitiesOf({ municipalities }: Report, { t, formats }: Words) {
  return municipalities
    .toSorted((a, b) => formats.compare(a.name, b.name))
    .map(({ key, name, figures }) => ({
      key,
      name,
      fully: figures.counts.fully,
      partly: figures.counts.partly,
      not: figures.counts.not,
      noData: figures.counts.noData,
      missing: figures.missing,
      fullyShare: indicatorWords(figures.fullyAddressed, figures, t, formats),
      partlyShare: indicatorWords(figures.atLeastPartlyAddressed, figures, t, formats),
    }));
}
