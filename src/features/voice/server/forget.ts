import { noteRecordChange } from '#features/opendata/server/record-change.ts';
import type { App } from '#server/app.ts';
import type { Tx } from '#server/database/db.ts';
import { countSoon } from './counting.ts';
import { dropViewsOf } from './view-store.ts';

/**
 * Takes back every answer of an account that is about to go: its words and photographs leave the public pages at once, the
 * counts follow.
 */
export async function forgetViewsOf(app: App, tx: Tx, accountId: string): Promise<void> {
  const dropped = await dropViewsOf(tx, accountId);
  await countSoon(app, tx, [...new Set(dropped.map(({ municipalityId }) => municipalityId))]);
  const shown = dropped.filter(({ moderation }) => moderation === 'shown');
  if (shown.length === 0) return;
  const municipalityIds = [...new Set(shown.map(({ municipalityId }) => municipalityId))];
  await noteRecordChange(tx, { tables: ['resident_view'], municipalityIds });
}
