import { sql } from 'kysely';
import type { Db, Tx } from '#server/database/db.ts';
import { answerMap } from '../question.ts';
import { selectRegistration, type Registration } from './store.ts';

/** Events whose registered are still to be looked after. */
export async function readTended(db: Db): Promise<string[]> {
  const rows = await db
    .selectFrom('registration_plan')
    .innerJoin('event_plan', 'event_plan.id', 'registration_plan.plan_id')
    .select('event_plan.id')
    .where('registration_plan.forgotten_at', 'is', null)
    .where('event_plan.state', 'in', ['announced', 'cancelled'])
    .orderBy('event_plan.starts_on')
    .orderBy('event_plan.id')
    .execute();
  return rows.map(({ id }) => id);
}

export function readTold(db: Db, planId: string) {
  return db
    .selectFrom('registration_plan')
    .select(['told_sequence as sequence', 'told_cancelled as cancelled'])
    .where('plan_id', '=', planId)
    .executeTakeFirstOrThrow();
}

export async function noteTold(
  db: Db,
  planId: string,
  { sequence, cancelled }: { sequence: number; cancelled: boolean },
): Promise<void> {
  await db
    .updateTable('registration_plan')
    .set({ told_sequence: sequence, told_cancelled: cancelled })
    .where('plan_id', '=', planId)
    .where((eb) => eb.or([eb('told_sequence', '!=', sequence), eb('told_cancelled', '!=', cancelled)]))
    .execute();
}

/** Those who were not written to of something; a reminder goes to who has a place, a change also to who waits. */
export async function readUntold(
  tx: Tx,
  planId: string,
  about: { kind: string; isReminder: boolean; registeredBefore: Date | undefined; most: number },
): Promise<Registration[]> {
  const { kind, isReminder, registeredBefore, most } = about;
  const rows = await selectRegistration(tx)
    .where('plan_id', '=', planId)
    .where('state', 'in', isReminder ? ['place'] : ['place', 'offered', 'waiting'])
    .$if(registeredBefore !== undefined, (query) =>
      query.where('created_at', '<=', registeredBefore ?? new Date(0)),
    )
    .where(
      sql<boolean>`NOT EXISTS (SELECT FROM registration_notice AS notice
        WHERE notice.plan_id = registration.plan_id AND notice.registration_id = registration.id
          AND notice.kind = ${kind})`,
    )
    .orderBy('number')
    .limit(most)
    .execute();
  return rows.map((row) => ({ ...row, answers: answerMap.parse(row.answers) }));
}
