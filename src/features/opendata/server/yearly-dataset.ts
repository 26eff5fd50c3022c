import { measures } from '#features/yearly/measure.ts';
import { listYears } from '#features/yearly/server/yearly.ts';
import type { App } from '#server/app.ts';
import type { DataColumn, DataFilter, DataRow, Dataset } from '../dataset.ts';

const columns: readonly DataColumn[] = [
  { name: 'year', type: 'integer', nullable: false },
  { name: 'measure', type: 'string', nullable: false, values: measures },
  { name: 'known', type: 'string', nullable: false, values: ['computed', 'published', 'not-known'] },
  { name: 'value', type: 'number', nullable: true },
  { name: 'unit', type: 'string', nullable: true, values: ['count', 'percent'] },
  {
    name: 'qualifier',
    type: 'string',
    nullable: true,
    values: ['exact', 'about', 'over', 'at-least'],
  },
  { name: 'out_of', type: 'integer', nullable: true },
  { name: 'percent', type: 'number', nullable: true },
  // How much of the rows the value rests on: gatherings with a count, or priorities with a status.
  { name: 'counted', type: 'integer', nullable: true },
  { name: 'counted_of', type: 'integer', nullable: true },
  { name: 'rows', type: 'string', nullable: true },
  { name: 'published_figures', type: 'list', nullable: true },
];

/** The network's figures by year, a line for each way in which one is known; never both in one line. */
export function yearlyDataset(app: App): Dataset {
  return { name: 'yearly-figures', columns, filters: ['year'], read: (filter) => readRows(app, filter) };
}

async function* readRows(app: App, filter: DataFilter): AsyncGenerator<readonly DataRow[]> {
  const { years } = await listYears(app);
  for (const { year, cells } of years) {
    if ((filter.year ?? String(year)) !== String(year)) continue;
    yield cells.flatMap(({ measure, computed, published }): DataRow[] => {
      const of = (known: string) => [String(year), measure, known];
      const rows: DataRow[] = [];
      if (computed) {
        const { count, is, percent, basis } = computed;
        const counted =
          basis.kind === 'gatherings' ? basis.counted : basis.kind === 'statuses' ? basis.read : null;
        rows.push([
          ...of('computed'),
          String(count),
          'count',
          is,
          text(computed.of),
          text(percent),
          text(counted),
          text(basis.kind === 'all' ? null : basis.of),
          `${app.config.publicUrl}/api/v1/${computed.rows}`,
          null,
        ]);
      }
      for (const { value, unit, figures } of published) {
        const [first] = figures;
        const keys = figures.map(({ key }) => key).join(';');
        const qualifier = first?.qualifier ?? null;
        rows.push([
          ...of('published'),
          String(value),
          unit,
          qualifier,
          text(first?.outOf),
          null,
          null,
          null,
          null,
          keys,
        ]);
      }
      if (rows.length > 0) return rows;
      return [[...of('not-known'), null, null, null, null, null, null, null, null, null]];
    });
  }
}

function text(value: number | null | undefined): string | null {
  return value === null || value === undefined ? null : String(value);
}
