import { randomUUID } from 'node:crypto';
import { sql } from 'kysely';
import type { Actor } from '#features/accounts/actor.ts';
import type { Fields, Outcome } from '#forms/form.ts';
import type { App } from '#server/app.ts';
import { inTransaction, type Tx } from '#server/database/db.ts';
import { insertRows } from '#server/database/insert-rows.ts';
import type { DB } from '#server/database/types.ts';
import type { Plan } from '../plan.ts';
import { nextPosition, touchPlan, type PartTable } from './plan-store.ts';
import { heldToChange, noteChange } from './plans.ts';

export type Part = 'document' | 'item' | 'municipality' | 'party' | 'person';
export type Saved = Outcome<{ id: string }>;

/** Changes a part of a plan: one after the other, written down, and seen by everyone who sees the plan. */
export function changePart(
  app: App,
  actor: Actor,
  key: string,
  { action, part }: { action: string; part: Part },
  work: (tx: Tx, plan: Plan) => Promise<Saved>,
): Promise<Saved> {
  return inTransaction(app.db, async (tx) => {
    const plan = await heldToChange(tx, actor, key);
    const outcome = await work(tx, plan);
    if (outcome.kind !== 'done') return outcome;
    await touchPlan(tx, plan.id);
    await noteChange(tx, actor, plan, { action, after: { [part]: outcome.value.id } });
    return outcome;
  });
}

interface Row<T extends PartTable> {
  table: T;
  /** null: a new one. */
  id: string | null;
  /** That the person began from. */
  version: number | undefined;
  /** As JSON says it: texts in both languages are objects. */
  columns: Partial<Record<keyof DB[T], unknown>>;
}

interface Theirs {
  /** What the form of the row shows now; undefined where it is gone. */
  theirs: () => Promise<{ fields: Fields; version: number } | undefined>;
  /** Where it is said that it is gone. */
  field: string;
}

/** Adds a row to a part of a plan, or changes one that is still as the person saw it. */
export async function saveRow<T extends PartTable>(
  tx: Tx,
  plan: Plan,
  { table, id, version = 0, columns }: Row<T>,
  { theirs, field }: Theirs,
): Promise<Saved> {
  if (id === null) {
    const added = randomUUID();
    const position = await nextPosition(tx, table, plan.id);
    await insertRows(tx, table, [{ id: added, plan_id: plan.id, position, ...columns }]);
    return { kind: 'done', value: { id: added } };
  }
  const names = sql.join(Object.keys(columns).map((name) => sql.ref(name)));
  const { numAffectedRows } = await sql`
    UPDATE ${sql.table(table)} SET version = version + 1, (${names}) = (
      SELECT ${names} FROM jsonb_populate_record(NULL::${sql.table(table)}, ${JSON.stringify(columns)}::jsonb))
    WHERE plan_id = ${plan.id} AND id = ${id} AND version = ${version}`.execute(tx);
  if (numAffectedRows === 1n) return { kind: 'done', value: { id } };
  const now = await theirs();
  return now ? { kind: 'conflict', theirs: now.fields, theirVersion: now.version } : gone(field);
}

/** What was chosen, or was to be changed, is not there any more. */
export function gone(field: string): Saved {
  return { kind: 'refused', faults: [{ field, key: 'event.fault.gone' }] };
}
