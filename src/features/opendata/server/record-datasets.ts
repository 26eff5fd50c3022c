import { asOfParameter } from '#features/monitoring/as-of.ts';
import type { App } from '#server/app.ts';
import { describeResources } from '#server/datapackage/describe-resources.ts';
import { canonical } from '#server/datapackage/plan.ts';
import type { PackageColumn, Resource } from '#server/datapackage/resource.ts';
import { selectCells } from '#server/datapackage/select-cells.ts';
import type { CellType, DataColumn, DataFilter, DataRow, Dataset, FilterName } from '../dataset.ts';
import { keyFilters, type KeyFilter } from '../dataset.ts';
import { recordResources, type RecordResource } from '../resources.ts';
import { publicBy } from './public-by.ts';
import { belongsTo, filtersOf, inYear, referencesOf } from './reach.ts';
import { statusExtras, statusInForce, statusJoin } from './status-extras.ts';

const batchSize = 2_000;

function typeOf({ cell }: PackageColumn): CellType {
  switch (cell.kind) {
    case 'integer':
    case 'number':
    case 'boolean':
    case 'list':
    case 'json':
      return cell.kind;
    case 'sources':
      return 'list';
    case 'key':
    case 'reference':
    case 'text':
    case 'choice':
    case 'date':
    case 'partial-date':
    case 'sha256':
    case 'translation':
      return 'string';
  }
}

function dataColumn(column: PackageColumn): DataColumn {
  const { name, cell, required } = column;
  return {
    name,
    type: typeOf(column),
    // A required text has at least one of its languages.
    nullable: !required || cell.kind === 'translation',
    ...(cell.kind === 'choice' ? { values: cell.values } : {}),
    ...(cell.kind === 'translation' ? { translation: { of: column.column, language: cell.language } } : {}),
  };
}

/** The tables of the record as the database's catalog describes them. */
export async function describeRecord(app: App): Promise<{ declared: RecordResource; resource: Resource }[]> {
  const client = await app.pool.connect();
  try {
    const resources = await describeResources(client, recordResources);
    return recordResources.flatMap((declared, index) => {
      const resource = resources[index];
      return resource ? [{ declared, resource }] : [];
    });
  } finally {
    client.release();
  }
}

/** Every table of the record as a dataset, with the columns of the data package. */
export async function recordDatasets(app: App): Promise<Dataset[]> {
  const described = await describeRecord(app);
  const references = referencesOf(described.map(({ resource }) => resource));
  return described.map(({ declared, resource }) => {
    const isStatus = declared.name === 'statuses';
    const extras = isStatus ? statusExtras : [];
    const select = (day: string | undefined) =>
      selectCells(
        resource,
        extras.map(({ sql }) => sql(day)),
      ) + (isStatus ? statusJoin : '');
    return {
      name: declared.name,
      columns: [...resource.columns.map(dataColumn), ...extras.map(({ column }) => column)],
      filters: filtersOf(resource, references),
      read: (filter) => {
        const { day, ...where } = conditionsOf(filter);
        return readRows(app, resource, select(day), where);
      },
    };

    function conditionsOf(filter: DataFilter) {
      const names = Object.keys(filter);
      // The first parameter is where a batch goes on.
      const parameterOf = (name: string) => `$${names.indexOf(name) + 2}`;
      const day = asOfParameter in filter ? parameterOf(asOfParameter) : undefined;
      const conditions = names.map((name) => ` AND ${condition(name, parameterOf(name), day)}`);
      return { sql: conditions.join(''), values: Object.values(filter), day };
    }

    function condition(name: string, parameter: string, day: string | undefined): string {
      if (isKeyFilter(name)) return belongsTo(references, resource.table, name, parameter);
      if (name === asOfParameter) return publicBy(resource.table, parameter);
      if (name === 'year') return inYear(resource.table, parameter);
      if (name === 'in_force') return `${statusInForce(day)} = ${parameter}::boolean`;
      return name === 'kind' ? `t.kind = ${parameter}` : `t.status = ${parameter}`;
    }
  });
}

function isKeyFilter(name: string): name is KeyFilter & FilterName {
  return keyFilters.some((filter) => filter === name);
}

/** By key, in the order of its index, so that no batch sorts the table. No connection is held between batches. */
async function* readRows(
  app: App,
  resource: Resource,
  select: string,
  where: { sql: string; values: readonly string[] },
): AsyncGenerator<readonly DataRow[]> {
  let after = '';
  for (;;) {
    const { rows } = await app.pool.query<{ key: string; cells: (string | null)[] }>(
      `${select} WHERE t.key > $1${where.sql} ORDER BY t.key LIMIT ${batchSize}`,
      [after, ...where.values],
    );
    yield rows.map(({ cells }) => canonical(resource, cells));
    const last = rows.at(-1);
    if (!last || rows.length < batchSize) return;
    after = last.key;
  }
}
