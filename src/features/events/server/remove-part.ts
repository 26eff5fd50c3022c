import type { Actor } from '#features/accounts/actor.ts';
import type { App } from '#server/app.ts';
import { changePart, type Part, type Saved } from './part-rows.ts';
import { deletePart } from './plan-store.ts';

/** Takes a part away. What is not there any more is as it should be. */
export function removePart(app: App, actor: Actor, key: string, part: Part, row: string): Promise<Saved> {
  return changePart(app, actor, key, { action: `remove-${part}`, part }, async (tx, plan) => {
    await deletePart(tx, `event_plan_${part}`, plan.id, row);
    return { kind: 'done', value: { id: row } };
  });
}
