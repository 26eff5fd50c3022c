import type { App } from '#server/app.ts';
import { descriptorOf } from '#server/datapackage/descriptor.ts';
import type { Dataset } from '../dataset.ts';
import { figureDatasets } from './figure-datasets.ts';
import { describeRecord, recordDatasets } from './record-datasets.ts';
import { heldRecord } from './service.ts';
import { statusExtras } from './status-extras.ts';
import { titlesOf } from './titles.ts';

/** Everything that can be downloaded: the tables of the record, and the figures computed from them. */
export async function listDatasets(app: App): Promise<Dataset[]> {
  return [...(await recordDatasets(app)), ...figureDatasets(app)];
}

/** datapackage.json of the record as served: each table's path is the address of its CSV. */
export async function describeServedPackage(app: App) {
  const [described, record] = await Promise.all([describeRecord(app), heldRecord(app.pool)]);
  const descriptor = descriptorOf(
    described.map(({ resource }) => resource),
    titlesOf(record),
    record,
  );
  return {
    ...descriptor,
    resources: descriptor.resources.map((resource) => {
      const extras = resource.name === 'statuses' ? statusExtras : [];
      const further = extras.map(({ column }) => ({ name: column.name, type: column.type }));
      return {
        ...resource,
        path: `${app.config.publicUrl}/api/v1/${resource.path}`,
        schema: { ...resource.schema, fields: [...resource.schema.fields, ...further] },
      };
    }),
  };
}

/** The datasets by name, with what each can be filtered by. */
export async function describeForReaders(app: App) {
  return (await listDatasets(app)).map(({ name, filters }) => ({ name, filters }));
}
