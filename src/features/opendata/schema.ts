import { z } from '@hono/zod-openapi';
import { asOfParameter, readAskedDay } from '#features/monitoring/as-of.ts';
import { translator } from '#i18n/translate.ts';
import { columnNamed, type DataColumn, type DataFilter, type Dataset, type FilterName } from './dataset.ts';

const slug = /^[a-z0-9][a-z0-9._-]*(\/[a-z0-9][a-z0-9._-]*)*$/;

const examples: Partial<Record<FilterName, string>> = {
  municipality: 'fier',
  county: 'fier',
  mandate: '2019-2023',
  contract: 'fier-2019',
  priority: 'fier-2019-1',
  round: '2019-2020',
  field: 'infrastructure',
};

const t = translator('en');

/** A day that is over; today is now. One that is still to come, or no day, is refused with what is wrong. */
function daySchema(today: string) {
  return z
    .string()
    .superRefine((typed, context) => {
      const { fault } = readAskedDay(typed, today);
      if (fault !== null) context.addIssue({ code: 'custom', message: t(`as-of.fault.${fault}`) });
    })
    .openapi({ format: 'date', description: t('data.openapi.as-of') });
}

function filterSchema(dataset: Dataset, name: FilterName, today: string) {
  switch (name) {
    case asOfParameter:
      return daySchema(today);
    case 'kind':
    case 'status':
      return z.enum(columnNamed(dataset, name)?.values ?? []);
    case 'in_force':
      return z.enum(['true', 'false']);
    case 'year':
      return z.string().regex(/^(1[0-9]|2[01])[0-9]{2}$/);
    default:
      return z.string().max(200).regex(slug).openapi({ example: examples[name] });
  }
}

/**
 * The parameters of a dataset's address. Others are refused: a filter with a slip would be a list of everything.
 * @param today up to which a day can be asked for
 */
export function querySchema(dataset: Dataset, today: string) {
  const filters = dataset.filters.map((name) => [name, filterSchema(dataset, name, today).optional()]);
  return z.strictObject({ ...Object.fromEntries(filters), excel: z.enum(['0', '1']).optional() });
}

/** The filters among checked parameters. As of today is as it stands now. */
export function filterOf(
  dataset: Dataset,
  query: Readonly<Record<string, unknown>>,
  today: string,
): DataFilter {
  const filter: DataFilter = {};
  for (const name of dataset.filters) {
    const value = query[name];
    if (typeof value === 'string' && (name !== asOfParameter || value !== today)) filter[name] = value;
  }
  return filter;
}

function valueSchema({ type, values, nullable }: DataColumn): z.ZodType {
  const schema = typeSchema(type, values);
  return nullable && type !== 'list' ? schema.nullable() : schema;
}

function typeSchema(type: DataColumn['type'], values: readonly string[] | undefined): z.ZodType {
  switch (type) {
    case 'string':
      return values ? z.enum(values) : z.string();
    case 'integer':
      return z.int();
    case 'number':
      return z.number();
    case 'boolean':
      return z.boolean();
    case 'list':
      return z.array(z.string());
    case 'json':
      return z.array(z.unknown());
  }
}

const localised = z.object({ sq: z.string().optional(), en: z.string().optional() });

/** A row of a dataset in JSON. */
export function rowSchema({ columns }: Pick<Dataset, 'columns'>) {
  return z.object(
    Object.fromEntries(
      columns.map((column) =>
        column.translation
          ? [column.translation.of, localised.nullable()]
          : [column.name, valueSchema(column)],
      ),
    ),
  );
}
