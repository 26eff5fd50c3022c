import { sql } from 'kysely';
import { dayAfter } from '#features/calendar/day.ts';
import type { App } from '#server/app.ts';
import { dayOf } from '#server/cache/day.ts';
import { inTransaction } from '#server/database/db.ts';
import { defineDailyJob } from '#server/jobs/daily-job.ts';
import { reminderDays } from '../state.ts';
import { spanOf, writeToTownHall } from './mails.ts';
import { holdRequest } from './request-store.ts';

/** Reminds town halls of a reply that is due soon. The link stands in the mail that brought the draft: it is kept nowhere. */
export const remindTownHalls = defineDailyJob({
  name: 'replies.remind',
  retry: { limit: 5, delay: 60, longest: 3600 },
  run: async (app) => {
    for (const days of reminderDays) await remind(app, days);
  },
});

async function remind(app: App, days: number): Promise<void> {
  const dueOn = dayAfter(dayOf(app.clock()), days);
  const due = await app.db
    .selectFrom('reply_request as request')
    .innerJoin('assessment', 'assessment.id', 'request.assessment_id')
    .select('request.id')
    .where('request.due_on', '=', dueOn)
    .where('request.submitted_at', 'is', null)
    .where('assessment.stage', '=', 'reply')
    .orderBy('request.id')
    .execute();
  for (const { id } of due) await remindOne(app, id, dueOn, days);
}

function remindOne(app: App, id: string, dueOn: string, days: number): Promise<void> {
  return inTransaction(app.db, async (tx) => {
    const request = await holdRequest(tx, id);
    if (request.submittedAt !== null || request.dueOn !== dueOn || request.enteredBy !== null) return;
    const isFirst = await tx
      .insertInto('reply_reminder')
      .values({ request_id: id, due_on: dueOn, days_before: days, sent_at: app.clock() })
      .onConflict((on) => on.doNothing())
      .returning(sql<number>`1`.as('one'))
      .executeTakeFirst();
    if (!isFirst) return;
    await writeToTownHall(app, tx, {
      kind: 'reminder',
      to: request.recipientEmail,
      values: (formats) => ({
        name: request.recipientName,
        municipality: request.municipalityName,
        round: spanOf(request),
        due: formats.date(dueOn),
        days,
      }),
    });
  });
}
