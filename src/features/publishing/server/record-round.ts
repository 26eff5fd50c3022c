import { insertRows } from '#server/database/insert-rows.ts';
import type { Tx } from '#server/database/db.ts';
import { idOf } from '#server/datapackage/ids.ts';
import type { PublicationRow } from './assessed-store.ts';

interface RecordRound {
  id: string;
  key: string;
  isNew: boolean;
}

type Plan = Pick<
  PublicationRow,
  'roundPlanId' | 'mandateId' | 'mandate' | 'codebookId' | 'number' | 'starts' | 'ends'
>;

/**
 * The record's row of a round: made by whoever publishes of it first. Others wait for them here, so that it is made once.
 */
export async function recordRound(tx: Tx, plan: Plan, day: string): Promise<RecordRound> {
  await tx.selectFrom('round_plan').select('id').where('id', '=', plan.roundPlanId).forUpdate().execute();
  const known = await tx
    .selectFrom('round')
    .select(['id', 'key'])
    .where('mandate_id', '=', plan.mandateId)
    .where('number', '=', plan.number)
    .executeTakeFirst();
  const round = known ? { ...known, isNew: false } : { ...(await freeKey(tx, plan)), isNew: true };
  if (round.isNew) {
    const { mandateId, codebookId, number, starts, ends } = plan;
    const row = { mandate_id: mandateId, codebook_id: codebookId, number, starts, ends, published_on: day };
    await insertRows(tx, 'round', [{ id: round.id, key: round.key, ...row }]);
  }
  await tx
    .updateTable('round_plan')
    .set({ round_id: round.id })
    .where('id', '=', plan.roundPlanId)
    .where('round_id', 'is', null)
    .execute();
  return round;
}

/** '2027-2028'; with its mandate where another round is called so. */
async function freeKey(tx: Tx, { starts, ends, mandate }: Plan) {
  const short = `${starts.slice(0, 4)}-${ends.slice(0, 4)}`;
  const taken = await tx.selectFrom('round').select('id').where('key', '=', short).executeTakeFirst();
  const key = taken ? `${short}-${mandate}` : short;
  return { id: idOf('round', key), key };
}
