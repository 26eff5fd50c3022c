import { formatsFor } from '#i18n/format.ts';
import type { Language } from '#i18n/languages.ts';
import { translator, type Translate } from '#i18n/translate.ts';
import type { App } from '#server/app.ts';
import { dayOf } from '#server/cache/day.ts';
import { inTransaction } from '#server/database/db.ts';
import { defineDailyJob } from '#server/jobs/daily-job.ts';
import { queueMail } from '#server/mail/queue-mail.ts';
import { daysUntil, remindedFor, remindersOf, type Reminder } from '../reminders.ts';
import type { Deadline } from '../deadlines.ts';
import { readPlansUnderWay } from './plan-store.ts';
import * as store from './remind-store.ts';

/** Once a day: tells everyone what of theirs is due soon, or has been due, in one mail each. */
export const remindOfDeadlines = defineDailyJob({
  name: 'rounds.remind',
  retry: { limit: 5, delay: 60, longest: 3600 },
  run: remind,
});

/** One deadline of one assessment that concerns somebody. */
interface Line extends Reminder {
  assessmentId: string;
  municipality: string;
  as: store.Concerned['as'];
  count: number;
}

/** @see remindOfDeadlines */
export async function remind(app: App): Promise<void> {
  const today = dayOf(app.clock());
  const byAccount = Map.groupBy(await linesOf(app, today), ({ accountId }) => accountId);
  for (const [accountId, lines] of byAccount) await send(app, accountId, lines, today);
}

async function linesOf(app: App, today: string): Promise<(Line & { accountId: string })[]> {
  const [plans, assessments] = await Promise.all([
    readPlansUnderWay(app.db),
    store.readOpenAssessments(app.db),
  ]);
  const days = new Map(plans.map((plan) => [plan.id, plan.days]));
  const due = assessments.flatMap((assessment) => {
    const own = days.get(assessment.planId);
    if (!own) return [];
    return remindersOf(assessment.stage, own, today, app.config.reminderDays).map((reminder) => ({
      assessment,
      reminder,
      as: remindedFor(reminder.deadline, assessment.stage),
    }));
  });
  if (due.length === 0) return [];
  const ids = [...new Set(due.map(({ assessment }) => assessment.id))];
  const concerned = Map.groupBy(
    await store.readConcerned(app.db, ids, today),
    ({ assessmentId, as }) => `${assessmentId} ${as}`,
  );
  return due.flatMap(({ assessment, reminder, as }) =>
    (concerned.get(`${assessment.id} ${as}`) ?? []).map(({ accountId, count }) => ({
      ...reminder,
      assessmentId: assessment.id,
      municipality: assessment.municipality,
      accountId,
      as,
      count,
    })),
  );
}

/** Sends what was not sent yet; the mail and the note of it are made together, or not at all. */
async function send(app: App, accountId: string, lines: readonly Line[], today: string): Promise<void> {
  await inTransaction(app.db, async (tx) => {
    const recipient = await store.readRecipient(tx, accountId);
    if (!recipient) return;
    const fresh: Line[] = [];
    for (const line of lines) {
      const { assessmentId, deadline, dueOn, daysBefore } = line;
      const isNew = await store.noteReminder(tx, {
        assessment_id: assessmentId,
        account_id: accountId,
        deadline,
        due_on: dueOn,
        days_before: daysBefore,
        sent_at: app.clock(),
      });
      if (isNew) fresh.push(line);
    }
    if (fresh.length === 0) return;
    const { language, name, email } = recipient;
    const t = translator(language);
    await queueMail(app, tx, {
      to: email,
      subject: t('rounds.mail.subject', { site: t('site.name'), count: fresh.length }),
      text: t('rounds.mail.text', {
        name,
        lines: fresh.map((line) => `– ${lineWords(line, today, t, language)}`).join('\n'),
        link: `${app.config.publicUrl}/${language}/work`,
      }),
    });
  });
}

function whatWords(deadline: Deadline, { as, count }: Line, t: Translate): string {
  if (as !== 'editors')
    return t(deadline === 'evidence' ? 'rounds.mail.evidence' : 'rounds.mail.coding', { count });
  return deadline === 'evidence'
    ? t('rounds.mail.evidence', { count })
    : t(`rounds.mail.editing.${deadline}`, { count });
}

function lineWords(line: Line, today: string, t: Translate, language: Language): string {
  const { municipality, deadline, dueOn } = line;
  const days = daysUntil(dueOn, today);
  const values = { municipality, what: whatWords(deadline, line, t), day: formatsFor(language).date(dueOn) };
  return days < 0
    ? t('rounds.mail.line-late', { ...values, days: -days })
    : t('rounds.mail.line', { ...values, days });
}
