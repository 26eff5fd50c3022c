import { beforeEach, describe, expect, test } from 'vitest';
import { createApp, type App } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import { makeReports } from '#features/reports/server/run.ts';
import { sendMail } from '#server/mail/send-mail.ts';
import { useDatabase } from '#testing/database.ts';
import type { Monitoring } from '#testing/factories-monitoring.ts';
import { addAssessed } from '#testing/factories-publishing.ts';
import { addGrant } from '#testing/factories.ts';
import { preparePublication, showPublication, takeBack } from './preparing.ts';
import { callOff, performRun, publishOne, publishRound, showRun } from './runs.ts';

const database = useDatabase();
const start = new Date('2028-11-15T09:00:00Z');
let clock = start;
let app: App;
let at: Monitoring;

beforeEach(async () => {
  clock = start;
  app = createApp(readConfig({ LOG_LEVEL: 'silent' }), database(), { clock: () => clock });
  await app.db
    .updateTable('assessment')
    .set({ stage: 'reading', prepared_by: null, prepared_at: null })
    .where('stage', '=', 'prepared')
    .execute();
  await app.db.deleteFrom('publication_freeze').execute();
  at = await addAssessed(app.db, 'prepared');
  await app.jobs.start(app, { jobs: [performRun, sendMail, makeReports], works: false });
  // What is done later is asked again of the person who had asked for it.
  await addGrant(app.db, { account_id: at.coordinator.id, role: 'coordinator' });
});

const today = { when: 'now' as const, day: null, time: null };
const friday = { when: 'later' as const, day: '2028-11-17', time: '09:00' };

async function runOf(outcome: Awaited<ReturnType<typeof publishOne>>) {
  if (outcome.kind !== 'done') throw new Error(JSON.stringify(outcome));
  return outcome.value.run;
}

async function outcomes(run: string) {
  const { parts } = await showRun(app, at.coordinator, run);
  return parts.map(({ outcome }) => outcome);
}

async function perform(run: string) {
  clock = new Date('2028-11-17T08:00:05Z');
  await performRun.perform(app, { id: run });
}

async function queued() {
  const { rows } = await database().pool.query<{ data: { id: string }; start_after: Date }>(
    `SELECT data, start_after FROM jobs.job WHERE name = 'publishing.perform'`,
  );
  return rows;
}

async function freeze(since: string, until: string) {
  const reason = JSON.stringify({ sq: 'Zgjedhje', en: 'Election' });
  await app.db
    .insertInto('publication_freeze')
    .values({ id: crypto.randomUUID(), municipality_id: null, since, until, reason })
    .execute();
}

describe('publishing at once', () => {
  test('is done before the person is answered', async () => {
    const run = await runOf(await publishOne(app, at.secondEditor, at.assessment.id, today));
    expect(await outcomes(run)).toEqual(['published']);
  });

  test('is refused with what stands in the way', async () => {
    const fault = async (actor = at.secondEditor) => {
      const outcome = await publishOne(app, actor, at.assessment.id, today);
      return outcome.kind === 'refused' ? outcome.faults[0]?.key : outcome.kind;
    };
    expect(await fault(at.editor)).toBe('publishing.outcome.same-person');
    await freeze('2028-11-10', '2028-11-20');
    expect(await fault()).toBe('publishing.outcome.frozen');
  });

  test('is not done by whom a conflict of interest keeps from the municipality, at once or later', async () => {
    const run = await runOf(await publishOne(app, at.coordinator, at.assessment.id, friday));
    const conflict = {
      account_id: at.coordinator.id,
      municipality_id: at.municipality.id,
      since: '2028-01-01',
    };
    await app.db
      .insertInto('conflict_of_interest')
      .values({ id: crypto.randomUUID(), reason: 'Vëllai', ...conflict })
      .execute();
    expect(await publishOne(app, at.coordinator, at.assessment.id, today)).toMatchObject({
      kind: 'refused',
      faults: [{ key: 'publishing.outcome.not-theirs' }],
    });
    await perform(run);
    expect(await outcomes(run)).toEqual(['not-theirs']);
  });

  test('is nobody’s elsewhere', async () => {
    await expect(publishOne(app, at.editorElsewhere, at.assessment.id, today)).rejects.toThrow('not-found');
    await expect(publishOne(app, at.monitor, at.assessment.id, today)).rejects.toThrow('not-found');
    await expect(publishRound(app, at.monitor, at.plan.id, today)).rejects.toThrow('forbidden');
  });
});

describe('publishing all of a round', () => {
  test('takes those that this person may publish, and leaves what they prepared themselves', async () => {
    const other = await addAssessed(app.db, 'prepared');
    await app.db
      .updateTable('assessment')
      .set({ round_plan_id: at.plan.id, prepared_by: at.coordinator.id })
      .where('id', '=', other.assessment.id)
      .execute();
    const run = await runOf(await publishRound(app, at.coordinator, at.plan.id, today));
    const { parts } = await showRun(app, at.coordinator, run);
    expect(parts.map(({ assessmentId, outcome }) => [assessmentId, outcome])).toEqual([
      [at.assessment.id, 'published'],
    ]);
  });

  test('is refused where there is nothing to publish', async () => {
    await app.db
      .updateTable('assessment')
      .set({ prepared_by: at.coordinator.id })
      .where('id', '=', at.assessment.id)
      .execute();
    expect(await publishRound(app, at.coordinator, at.plan.id, today)).toMatchObject({ kind: 'refused' });
  });
});

describe('publishing at a set time', () => {
  test('waits in the queue until then, and tells the result by mail', async () => {
    const run = await runOf(await publishOne(app, at.coordinator, at.assessment.id, friday));
    expect(await outcomes(run)).toEqual([null]);
    const job = (await queued()).find(({ data }) => data.id === run);
    expect(job?.start_after.toISOString()).toBe('2028-11-17T08:00:00.000Z');
    await perform(run);
    expect(await outcomes(run)).toEqual(['published']);
    const mail = await app.db.selectFrom('mail_outbox').select(['subject', 'body_text']).execute();
    expect(mail.filter(({ body_text }) => body_text.includes(run))).toHaveLength(1);
  });

  test('done twice, it is done once', async () => {
    const run = await runOf(await publishOne(app, at.coordinator, at.assessment.id, friday));
    await Promise.all([perform(run), perform(run)]);
    const mail = await app.db.selectFrom('mail_outbox').select('body_text').execute();
    expect(mail.filter(({ body_text }) => body_text.includes(run))).toHaveLength(1);
  });

  test('a freeze that was set meanwhile holds', async () => {
    const run = await runOf(await publishOne(app, at.coordinator, at.assessment.id, friday));
    await freeze('2028-11-16', '2028-11-18');
    await perform(run);
    expect(await outcomes(run)).toEqual(['frozen']);
  });

  test('in a freeze that is known already it is refused at once', async () => {
    await freeze('2028-11-16', '2028-11-18');
    expect(await publishOne(app, at.coordinator, at.assessment.id, friday)).toMatchObject({
      kind: 'refused',
      faults: [{ key: 'publishing.outcome.frozen' }],
    });
  });

  test('what was taken back meanwhile is not published', async () => {
    const run = await runOf(await publishOne(app, at.coordinator, at.assessment.id, friday));
    await takeBack(app, at.editor, at.assessment.id);
    await perform(run);
    expect(await outcomes(run)).toEqual(['not-prepared']);
  });

  test('what was taken back and prepared anew since is not published: nobody else has let that text become public', async () => {
    const run = await runOf(await publishOne(app, at.coordinator, at.assessment.id, friday));
    await takeBack(app, at.editor, at.assessment.id);
    clock = new Date(start.getTime() + 60_000);

    expect(await preparePublication(app, at.editor, at.assessment.id)).toMatchObject({ kind: 'done' });
    expect((await showPublication(app, at.coordinator, at.assessment.id)).runs).toEqual([]);
    await perform(run);
    expect(await outcomes(run)).toEqual(['not-prepared']);
    const again = await runOf(await publishOne(app, at.coordinator, at.assessment.id, today));
    expect(await outcomes(again)).toEqual(['published']);
  });

  test('who has lost the role meanwhile publishes nothing', async () => {
    const run = await runOf(await publishOne(app, at.coordinator, at.assessment.id, friday));
    await app.db.deleteFrom('role_grant').where('account_id', '=', at.coordinator.id).execute();
    await perform(run);
    expect(await outcomes(run)).toEqual(['not-theirs']);
  });

  test('called off, it publishes nothing', async () => {
    const run = await runOf(await publishOne(app, at.coordinator, at.assessment.id, friday));
    await callOff(app, at.secondEditor, run);
    await perform(run);
    expect(await outcomes(run)).toEqual([null]);
    await expect(callOff(app, at.secondEditor, run)).rejects.toThrow('conflict');
  });

  test('a time that has passed is refused', async () => {
    const past = { ...friday, day: '2028-11-14' };
    expect(await publishOne(app, at.coordinator, at.assessment.id, past)).toMatchObject({
      kind: 'refused',
      faults: [{ field: 'day', key: 'publishing.fault.past' }],
    });
  });

  test('its result is told to those who may publish there, and to nobody else', async () => {
    const run = await runOf(await publishOne(app, at.coordinator, at.assessment.id, friday));
    await expect(showRun(app, at.editorElsewhere, run)).rejects.toThrow('not-found');
    await expect(showRun(app, at.monitor, run)).rejects.toThrow('not-found');
    expect((await showRun(app, at.editor, run)).parts).toHaveLength(1);
  });
});
