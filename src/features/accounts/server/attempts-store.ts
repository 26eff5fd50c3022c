import { sql } from 'kysely';
import type { Db } from '#server/database/db.ts';

/** Counts one more try; those before `forgotten` no longer count. In one statement, so that none slips past another. */
export function countTry(db: Db, subject: Buffer, now: Date, forgotten: Date) {
  return db
    .insertInto('sign_in_attempt')
    .values({ subject, tries: 1, since: now })
    .onConflict((conflict) =>
      conflict.column('subject').doUpdateSet({
        tries: sql`CASE WHEN sign_in_attempt.since < ${forgotten} THEN 1 ELSE sign_in_attempt.tries + 1 END`,
        since: sql`CASE WHEN sign_in_attempt.since < ${forgotten} THEN ${now} ELSE sign_in_attempt.since END`,
      }),
    )
    .returning(['tries', 'since'])
    .executeTakeFirstOrThrow();
}

export async function forgetTries(db: Db, subject: Buffer): Promise<void> {
  await db.deleteFrom('sign_in_attempt').where('subject', '=', subject).execute();
}

export async function deleteOldTries(db: Db, before: Date): Promise<void> {
  await db.deleteFrom('sign_in_attempt').where('since', '<', before).execute();
}
