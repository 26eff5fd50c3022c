import { sql } from 'kysely';
import type { Tx } from '#server/database/db.ts';

export interface FrozenContract {
  municipalityId: string;
  mandateId: string;
  contractId: string;
  /** The contract's priorities, each with the one of the draft that it was. */
  priorities: readonly { id: string; draftPriorityId: string }[];
}

/** The table of the record that linking fills in. */
export const linkedTables = ['forum_priority'] as const;

/**
 * Once a contract is frozen: the priorities that forums put to the candidates while it was a draft become the contract's. The words
 * that were put stay. One that was taken out of the draft and written anew is known by its words; one that is not in the contract
 * any more stays without a link. The caller ends its transaction with noteRecordChange for `linkedTables`.
 */
export async function linkForums(
  tx: Tx,
  { municipalityId, mandateId, contractId, priorities }: FrozenContract,
): Promise<void> {
  // Whoever announces or plans a forum at this moment waits, or is waited for.
  const plans = await tx
    .selectFrom('forum_plan')
    .select('id')
    .where('municipality_id', '=', municipalityId)
    .where('mandate_id', '=', mandateId)
    .orderBy('id')
    .forUpdate()
    .execute();
  for (const { id: planId } of plans) {
    for (const { id, draftPriorityId } of priorities) {
      await tx
        .updateTable('forum_item')
        .set({ priority_id: id })
        .where('forum_id', '=', planId)
        .where('draft_priority_id', '=', draftPriorityId)
        .where('priority_id', 'is', null)
        .execute();
    }
    await sql`
      UPDATE forum_item item SET priority_id = priority.id FROM priority
      WHERE item.forum_id = ${planId} AND item.priority_id IS NULL AND item.draft_priority_id IS NULL
        AND priority.contract_id = ${contractId} AND priority.statement = item.statement
        AND NOT EXISTS (SELECT FROM forum_item other WHERE other.forum_id = item.forum_id AND other.priority_id = priority.id)
    `.execute(tx);
    await sql`
      UPDATE forum_priority put SET priority_id = item.priority_id FROM forum_item item
      WHERE item.forum_id = ${planId} AND item.forum_priority_id = put.id
        AND put.priority_id IS NULL AND item.priority_id IS NOT NULL
    `.execute(tx);
  }
}
