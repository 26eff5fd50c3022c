import { beforeEach, expect, test, vi } from 'vitest';
import { createApp } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import { useDatabase } from '#testing/database.ts';
import { addMonitoring, type Monitoring } from '#testing/factories-monitoring.ts';
import { addGrant } from '#testing/factories.ts';
import { remind } from './remind.ts';

const database = useDatabase();
let made: Monitoring;

function appOn(day: string) {
  const config = readConfig({ LOG_LEVEL: 'silent' });
  const app = createApp(config, database(), { clock: () => new Date(`${day}T08:00:00Z`) });
  // The queue is not started here: what is asked of it is of no interest.
  vi.spyOn(app.jobs, 'enqueue').mockResolvedValue();
  return app;
}

beforeEach(async () => {
  const { db } = appOn('2028-09-01');
  for (const table of [
    'mail_outbox',
    'deadline_reminder',
    'coding_seat',
    'coding_task',
    'assessment',
  ] as const) {
    await db.deleteFrom(table).execute();
  }
  made = await addMonitoring(db);
  const scope = made.editor.grants[0]?.scope;
  if (scope?.kind === 'organisation')
    await addGrant(db, {
      account_id: made.editor.id,
      role: 'editor',
      organisation_id: scope.organisationId,
    });
  await db.updateTable('account').set({ language: 'en' }).where('id', '=', made.editor.id).execute();
});

async function mailsOf(accountId: string) {
  const { db } = appOn('2028-09-01');
  return db
    .selectFrom('mail_outbox')
    .innerJoin('account', 'account.email', 'mail_outbox.recipient')
    .select(['subject', 'body_text as text'])
    .where('account.id', '=', accountId)
    .execute();
}

test('each is told once of what is theirs, before a deadline and after it', async () => {
  for (const day of ['2028-09-07', '2028-09-08', '2028-09-09', '2028-09-14', '2028-09-16', '2028-09-16']) {
    await remind(appOn(day));
  }
  const own = await mailsOf(made.monitor.id);
  expect(own).toHaveLength(3);
  expect(own[0]?.text).toContain('Fier');
  expect(own[0]?.text).toContain('edhe 7 ditë');
  expect(own[2]?.text).toContain('para 1 dite');
  // Coding is not open: nothing of it is the coders' yet.
  expect(await mailsOf(made.coder.id)).toEqual([]);
});

test('coders are told of the components that they have not handed in, editors in their language of what is theirs', async () => {
  const { db } = appOn('2028-09-01');
  await db.updateTable('assessment').set({ stage: 'coding' }).where('id', '=', made.assessment.id).execute();
  await remind(appOn('2028-09-30'));
  const [mail] = await mailsOf(made.coder.id);
  expect(mail?.text).toContain('3 përbërës');
  expect(await mailsOf(made.editor.id)).toEqual([]);
  await remind(appOn('2028-11-02'));
  const [toEditor, ...more] = await mailsOf(made.editor.id);
  expect(more).toEqual([]);
  expect(toEditor?.text).toContain('1 day ago');
  expect(await mailsOf(made.editorElsewhere.id)).toEqual([]);
});

test('a deadline that was put off is told of again', async () => {
  const { db } = appOn('2028-09-01');
  await remind(appOn('2028-09-08'));
  await db
    .updateTable('round_plan')
    .set({ evidence_until: '2028-09-20' })
    .where('id', '=', made.plan.id)
    .execute();
  await remind(appOn('2028-09-13'));
  expect(await mailsOf(made.monitor.id)).toHaveLength(2);
});

test('once all is public nobody is told anything', async () => {
  const { db } = appOn('2028-09-01');
  await db
    .updateTable('assessment')
    .set({
      stage: 'published',
      prepared_by: made.editor.id,
      prepared_at: new Date(),
      published_by: made.secondEditor.id,
      published_at: new Date(),
    })
    .where('id', '=', made.assessment.id)
    .execute();
  await remind(appOn('2028-11-14'));
  const { db: same } = appOn('2028-09-01');
  expect(await same.selectFrom('mail_outbox').select('id').execute()).toEqual([]);
});
