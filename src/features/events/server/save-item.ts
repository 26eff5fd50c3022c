import type { Actor } from '#features/accounts/actor.ts';
import type { Fields } from '#forms/form.ts';
import type { App } from '#server/app.ts';
import type { ItemCommand } from '../plan-schema.ts';
import { fieldsOfText, textOf } from './plan-columns.ts';
import { changePart, saveRow, type Saved } from './part-rows.ts';
import { readPlanItems, type PlanItem } from './plan-parts-store.ts';

/** Adds a point of the programme, or changes one. */
export function saveItem(app: App, actor: Actor, key: string, command: ItemCommand): Promise<Saved> {
  return changePart(app, actor, key, { action: 'save-item', part: 'item' }, async (tx, plan) => {
    if (command.heldOn < plan.startsOn || command.heldOn > plan.endsOn) {
      return { kind: 'refused', faults: [{ field: 'heldOn', key: 'event.fault.day-outside' }] };
    }
    const columns = {
      held_on: command.heldOn,
      starts_at: command.startsAt,
      ends_at: command.endsAt,
      title: textOf(command.titleSq, command.titleEn),
      summary: textOf(command.summarySq, command.summaryEn),
      track: textOf(command.trackSq, command.trackEn),
      hall: textOf(command.hallSq, command.hallEn),
    };
    const theirs = async () => {
      const item = (await readPlanItems(tx, plan.id)).find(({ id }) => id === command.id);
      return item && { fields: itemFields(item), version: item.version };
    };
    const { id, version } = command;
    return saveRow(
      tx,
      plan,
      { table: 'event_plan_item', id, version, columns },
      { theirs, field: 'titleSq' },
    );
  });
}

export function itemFields(item: PlanItem): Fields {
  return {
    id: item.id,
    heldOn: item.heldOn,
    startsAt: item.startsAt ?? '',
    endsAt: item.endsAt ?? '',
    ...fieldsOfText('title', item.title),
    ...fieldsOfText('summary', item.summary),
    ...fieldsOfText('track', item.track),
    ...fieldsOfText('hall', item.hall),
    version: String(item.version),
  };
}
