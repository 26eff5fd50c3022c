import { defaultLanguage } from '#i18n/languages.ts';
import { noteRecordChange } from '#features/opendata/server/record-change.ts';
import type { Tx } from '#server/database/db.ts';
import type { PlanCommand } from '../schema.ts';
import type { PlanRow } from './plan-store.ts';

/** When and where an announced forum takes place may change before it does; the audit keeps what stood there and why. */
export async function changeAnnounced(tx: Tx, plan: PlanRow, command: PlanCommand): Promise<void> {
  if (plan.forumId === null) return;
  const { event_id } = await tx
    .updateTable('forum')
    .set({ moderators: command.moderators || null, slot_seconds: command.slotSeconds })
    .where('id', '=', plan.forumId)
    .returning('event_id')
    .executeTakeFirstOrThrow();
  await tx
    .updateTable('event')
    .set({
      starts: command.heldOn,
      starts_at: command.startsAt,
      place: command.place === '' ? null : JSON.stringify({ [defaultLanguage]: command.place }),
    })
    .where('id', '=', event_id)
    .execute();
  await noteRecordChange(tx, { tables: ['event', 'forum'], municipalityIds: [plan.municipalityId] });
}
