import type { Actor } from '#features/accounts/actor.ts';
import type { Outcome } from '#forms/form.ts';
import type { App } from '#server/app.ts';
import type { Tx } from '#server/database/db.ts';
import type { TurnStepCommand } from '../schema.ts';
import { done, moderate } from './moderating.ts';
import { holdFloor } from './poll-store.ts';

/**
 * Calls somebody, whose turn ends that of whoever spoke; ends a turn; or takes someone out of the line. What was meant for a turn
 * that is in another state by now (a double click, a second moderator) does nothing.
 */
export function stepTurn(
  app: App,
  actor: Actor,
  key: string,
  { turn, step }: TurnStepCommand,
): Promise<Outcome<null>> {
  return moderate(app, actor, key, async (tx, plan) => {
    await holdFloor(tx, plan.id);
    const now = app.clock();
    switch (step) {
      case 'call': {
        if (!(await isWaiting(tx, plan.id, turn))) break;
        await endTurns(tx, plan.id, now);
        await tx
          .updateTable('floor_turn')
          .set({ state: 'speaking', called_at: now })
          .where('plan_id', '=', plan.id)
          .where('id', '=', turn)
          .execute();
        break;
      }
      case 'end':
        await endTurns(tx, plan.id, now, turn);
        break;
      case 'remove':
        await tx
          .updateTable('floor_turn')
          .set({ state: 'withdrawn' })
          .where('plan_id', '=', plan.id)
          .where('id', '=', turn)
          .where('state', '=', 'waiting')
          .execute();
    }
    return { ...done(null), audit: { action: `${step}-speaker`, after: { turn } } };
  });
}

async function isWaiting(tx: Tx, planId: string, id: string): Promise<boolean> {
  const row = await tx
    .selectFrom('floor_turn')
    .select('id')
    .where('plan_id', '=', planId)
    .where('id', '=', id)
    .where('state', '=', 'waiting')
    .forNoKeyUpdate()
    .executeTakeFirst();
  return row !== undefined;
}

async function endTurns(tx: Tx, planId: string, now: Date, id?: string): Promise<void> {
  await tx
    .updateTable('floor_turn')
    .set({ state: 'done', ended_at: now })
    .where('plan_id', '=', planId)
    .where('state', '=', 'speaking')
    .$if(id !== undefined, (query) => query.where('id', '=', id ?? ''))
    .execute();
}
