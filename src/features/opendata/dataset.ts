import type { asOfParameter } from '#features/monitoring/as-of.ts';
import type { Language } from '#i18n/languages.ts';
import type { RecordResource } from './resources.ts';

/** Figures that are computed from the record, beside its tables. */
export const figureDatasets = [
  'figures',
  'county-figures',
  'municipality-figures',
  'field-figures',
  'spread',
  'spread-steps',
  'signings',
  'resident-views',
  'evidence-files',
  'yearly-figures',
] as const;

export type FigureDatasetName = (typeof figureDatasets)[number];
export type RecordDatasetName = RecordResource['name'];
export type DatasetName = RecordDatasetName | FigureDatasetName;

/** What a cell holds once it is read; in CSV each is text, in JSON each has its own form. */
export type CellType = 'string' | 'integer' | 'number' | 'boolean' | 'list' | 'json';

export interface DataColumn {
  name: string;
  type: CellType;
  nullable: boolean;
  /** The only values that it takes. */
  values?: readonly string[];
  /** One language of a text: in JSON the languages stand together under `of`. */
  translation?: { of: string; language: Language };
}

/** Cells of a row in the order of the dataset's columns, as text; null where there is nothing. */
export type DataRow = readonly (string | null)[];

/** Filters whose value is the key of a row, each named as the table it looks in. */
export const keyFilters = [
  'municipality',
  'county',
  'mandate',
  'contract',
  'priority',
  'round',
  'field',
  'event',
  'organisation',
] as const;

export type KeyFilter = (typeof keyFilters)[number];
/** `as-of`: a day that is over, of whose end the rows are. */
export type FilterName = KeyFilter | 'kind' | 'status' | 'year' | 'in_force' | typeof asOfParameter;
export type DataFilter = Partial<Record<FilterName, string>>;

/** A list of rows that anyone can download. */
export interface Dataset {
  name: DatasetName;
  columns: readonly DataColumn[];
  filters: readonly FilterName[];
  /** Rows in a stable order, a batch at a time. */
  read: (filter: DataFilter) => AsyncIterable<readonly DataRow[]>;
}

export function columnNamed(dataset: Pick<Dataset, 'columns'>, name: string): DataColumn | undefined {
  return dataset.columns.find((column) => column.name === name);
}
