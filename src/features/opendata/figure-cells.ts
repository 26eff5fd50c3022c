import type { Figures, Indicator } from '#features/monitoring/figures.ts';
import type { DataColumn, DataRow } from './dataset.ts';

function number(name: string, type: 'integer' | 'number', nullable = false): DataColumn {
  return { name, type, nullable };
}

function indicatorColumns(name: string): DataColumn[] {
  return [
    number(name, 'integer'),
    number(`${name}_share`, 'number', true),
    number(`${name}_low`, 'integer'),
    number(`${name}_high`, 'integer'),
    number(`${name}_low_share`, 'number', true),
    number(`${name}_high_share`, 'number', true),
  ];
}

function indicatorCells({ count, share, bounds, boundShares }: Indicator) {
  return [count, share, bounds.low, bounds.high, boundShares?.low ?? null, boundShares?.high ?? null];
}

/** The columns of figures, in the order that docs/methodology.md explains: counts, denominator, shares, indicators with bounds. */
export const figureColumns: readonly DataColumn[] = [
  number('fully', 'integer'),
  number('partly', 'integer'),
  number('not_addressed', 'integer'),
  number('no_data', 'integer'),
  number('not_assessable', 'integer'),
  number('not_assessed', 'integer'),
  number('contested', 'integer'),
  number('priorities', 'integer'),
  { name: 'priorities_is', type: 'string', nullable: false, values: ['exact', 'at-least', 'unknown'] },
  number('not_in_record', 'integer'),
  number('read', 'integer'),
  number('denominator', 'integer'),
  number('missing', 'integer'),
  { name: 'basis', type: 'string', nullable: false, values: ['whole', 'readable', 'none'] },
  { name: 'comparable', type: 'boolean', nullable: false },
  number('share_fully', 'number', true),
  number('share_partly', 'number', true),
  number('share_not_addressed', 'number', true),
  number('share_no_data', 'number', true),
  number('share_missing', 'number', true),
  ...indicatorColumns('fully_addressed'),
  ...indicatorColumns('at_least_partly_addressed'),
];

/** The cells of `figureColumns`. */
export function figureCells({ counts, whole, shares, ...figures }: Figures): DataRow {
  return [
    counts.fully,
    counts.partly,
    counts.not,
    counts.noData,
    counts.notAssessable,
    counts.notAssessed,
    counts.contested,
    whole.count,
    whole.is,
    figures.notInRecord,
    figures.read,
    figures.denominator,
    figures.missing,
    figures.basis,
    figures.comparable,
    shares?.fully ?? null,
    shares?.partly ?? null,
    shares?.not ?? null,
    shares?.noData ?? null,
    shares?.missing ?? null,
    ...indicatorCells(figures.fullyAddressed),
    ...indicatorCells(figures.atLeastPartlyAddressed),
  ].map((cell) => (cell === null ? null : String(cell)));
}
