import { sql } from 'kysely';
import type { Tx } from '#server/database/db.ts';

/**
 * Whether this is the first time that a form is handled: each drawn form carries a token of its own, so that a button
 * pressed twice, or a page sent again, adds nothing twice. In the transaction of what it adds.
 */
export async function isFirstTime(tx: Tx, token: string, accountId: string): Promise<boolean> {
  const added = await tx
    .insertInto('handled_form')
    .values({ token, account_id: accountId })
    .onConflict((conflict) => conflict.column('token').doNothing())
    .returning('token')
    .executeTakeFirst();
  if (!added) return false;
  // Nobody sends a form again after a week.
  await tx
    .deleteFrom('handled_form')
    .where('account_id', '=', accountId)
    .where('handled_at', '<', sql<Date>`now() - interval '7 days'`)
    .execute();
  return true;
}
