import { noteRecordChange } from '#features/opendata/server/record-change.ts';
import type { Tx } from '#server/database/db.ts';
import { dropViewsOf } from './view-store.ts';

/** Takes back every answer of an account that is about to go, with its words and photographs. */
export async function forgetViewsOf(tx: Tx, accountId: string): Promise<void> {
  const municipalityIds = await dropViewsOf(tx, accountId);
  if (municipalityIds.length > 0) await noteRecordChange(tx, { tables: ['resident_view'], municipalityIds });
}
