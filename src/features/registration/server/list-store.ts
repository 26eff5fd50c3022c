import type { Db } from '#server/database/db.ts';
import type { Mode, RegistrationState } from '../mode.ts';
import { answerMap } from '../question.ts';
import { selectRegistration } from './store.ts';

/** Some of those who registered for a mode, in the order in which they came. */
export async function readRegistered(
  db: Db,
  planId: string,
  {
    mode,
    state,
    after,
    most,
  }: { mode: Mode; state?: RegistrationState | undefined; after: number; most: number },
) {
  const rows = await selectRegistration(db)
    .where('plan_id', '=', planId)
    .where('mode', '=', mode)
    .where('number', '>', after)
    .$if(state !== undefined, (query) => query.where('state', '=', state ?? 'place'))
    .orderBy('number')
    .limit(most)
    .execute();
  return rows.map((row) => ({ ...row, answers: answerMap.parse(row.answers) }));
}
