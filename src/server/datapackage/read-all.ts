import type { ClientBase } from 'pg';
import { canonical } from './plan.ts';
import type { Cells, Resource } from './resource.ts';
import { selectCells } from './select-cells.ts';

const batchSize = 5_000;

/**
 * Every row of a resource in the order of its keys' bytes, in batches; inside a transaction. A cursor sorts once: the
 * index on the keys is in the database's own order, which may be another on every installation.
 */
export async function* readAll(client: ClientBase, resource: Resource): AsyncGenerator<Cells[]> {
  await client.query(
    `DECLARE export_rows NO SCROLL CURSOR FOR ${selectCells(resource)} ORDER BY t.key COLLATE "C"`,
  );
  for (;;) {
    const { rows } = await client.query<{ cells: (string | null)[] }>(`FETCH ${batchSize} FROM export_rows`);
    if (rows.length > 0) yield rows.map(({ cells }) => canonical(resource, cells));
    if (rows.length < batchSize) break;
  }
  await client.query('CLOSE export_rows');
}
