import { beforeEach, describe, expect, test } from 'vitest';
import { makeReports } from '#features/reports/server/run.ts';
import { createApp, type App } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import { inTransaction } from '#server/database/db.ts';
import { useDatabase } from '#testing/database.ts';
import type { Monitoring } from '#testing/factories-monitoring.ts';
import { addAssessed } from '#testing/factories-publishing.ts';
import type { WriteCorrection } from '../schema.ts';
import { dropCorrection, publishCorrection, saveCorrection, showCorrection } from './corrections.ts';
import { publishAssessments } from './publish.ts';

const database = useDatabase();
const now = new Date('2028-12-01T09:00:00Z');
let app: App;
let at: Monitoring;
let key: { priority: string; round: string };

beforeEach(async () => {
  app = createApp(readConfig({ LOG_LEVEL: 'silent' }), database(), { clock: () => now });
  await app.jobs.start(app, { jobs: [makeReports], works: false });
  at = await addAssessed(app.db, 'prepared');
  await inTransaction(app.db, (tx) => publishAssessments(tx, at.secondEditor, [at.assessment.id], { now }));
  const round = await app.db
    .selectFrom('round')
    .select('key')
    .where('mandate_id', '=', at.mandate.id)
    .executeTakeFirstOrThrow();
  key = { priority: at.priorities[0]?.key ?? '', round: round.key };
});

const words = {
  rationale_sq: 'Pse kështu',
  rationale_en: 'Why so',
  late: false,
  reversed: false,
  blocked_by: '' as const,
  reason_sq: 'Përbërësi i parë ishte kryer.',
  reason_en: 'The first component was complete.',
  corrects: 1,
};

function write(actor = at.editor, command: Partial<WriteCorrection> = {}) {
  const codes = { [`code.${at.components[0]?.id}`]: 'complete' };
  return saveCorrection(
    app,
    actor,
    key,
    { ...words, ...codes, ...command },
    '/work/publishing/corrections/x',
  );
}

async function open() {
  const { correction } = await showCorrection(app, at.editor, key);
  return { id: correction?.id ?? '', version: correction?.version ?? 0 };
}

async function publish(actor = at.secondEditor) {
  const { id, version } = await open();
  return publishCorrection(app, actor, id, { version });
}

async function statuses() {
  const rows = await app.db
    .selectFrom('status')
    .select('status')
    .where('priority_id', '=', at.priorities[0]?.id ?? '')
    .orderBy('version')
    .execute();
  return rows.map(({ status }) => status);
}

describe('a correction', () => {
  test('that was written on an earlier version is not saved over what was put right since', async () => {
    await write();
    await publish();
    expect(await write(at.editor, { corrects: 1 })).toMatchObject({
      kind: 'refused',
      faults: [{ field: 'rationale_sq', key: 'publishing.fault.outdated' }],
    });
    const onTop = { corrects: 2, late: true, [`code.${at.components[0]?.id}`]: '' };
    expect(await write(at.editor, onTop)).toMatchObject({ kind: 'done' });
  });

  test('is neither written nor published by whom a conflict of interest keeps from the priority', async () => {
    const conflict = async (account: string, priority: number) => {
      const place = { municipality_id: at.municipality.id, priority_id: at.priorities[priority]?.id ?? '' };
      const row = { id: crypto.randomUUID(), account_id: account, since: '2028-01-01', reason: 'Vëllai' };
      await app.db
        .insertInto('conflict_of_interest')
        .values({ ...row, ...place })
        .execute();
    };
    await conflict(at.editor.id, 1);
    expect(await write()).toMatchObject({ kind: 'done' });
    await conflict(at.secondEditor.id, 0);
    expect(await publish()).toMatchObject({
      kind: 'refused',
      faults: [{ field: 'publish', key: 'publishing.fault.conflict' }],
    });
    await conflict(at.editor.id, 0);
    expect(await write(at.editor, { version: 1 })).toMatchObject({
      kind: 'refused',
      faults: [{ field: 'reason_sq', key: 'publishing.fault.conflict' }],
    });
  });

  test('changes nothing in public before another person publishes it', async () => {
    expect(await write()).toMatchObject({ kind: 'done' });
    expect(await statuses()).toEqual(['partly']);
    expect(await publish(at.editor)).toMatchObject({
      kind: 'refused',
      faults: [{ key: 'publishing.outcome.same-person' }],
    });
    expect(await statuses()).toEqual(['partly']);
    expect(await publish()).toMatchObject({ kind: 'done', value: { version: 2 } });
    expect(await statuses()).toEqual(['partly', 'fully']);
  });

  test('is never published by who wrote it: the database says so, too', async () => {
    await write();
    const forced = app.db
      .updateTable('correction_draft')
      .set({ state: 'published', published_by: at.editor.id })
      .where('id', '=', (await open()).id)
      .execute();
    await expect(forced).rejects.toThrow(/check/);
  });

  test('waits where nothing is published before an election', async () => {
    await write();
    const days = { since: '2028-12-01', until: '2028-12-01', reason: JSON.stringify({ sq: 'Zgjedhje' }) };
    await app.db
      .insertInto('publication_freeze')
      .values({ id: crypto.randomUUID(), municipality_id: at.municipality.id, ...days })
      .execute();
    expect(await publish()).toMatchObject({
      kind: 'refused',
      faults: [{ field: 'publish', key: 'publishing.outcome.frozen' }],
    });
    expect(await statuses()).toHaveLength(1);
  });

  test('is published once, however many ask', async () => {
    await write();
    const { id, version } = await open();
    const both = await Promise.all([
      publishCorrection(app, at.secondEditor, id, { version }),
      publishCorrection(app, at.coordinator, id, { version }),
    ]);
    expect(new Set(both.map(({ kind }) => kind))).toEqual(new Set(['done', 'refused']));
    expect(await statuses()).toHaveLength(2);
  });

  test('says why in both languages', async () => {
    expect(await write(at.editor, { reason_en: '' })).toMatchObject({
      kind: 'refused',
      faults: [{ field: 'reason_en' }],
    });
  });

  test('changes something that the public reads', async () => {
    const same = { [`code.${at.components[0]?.id}`]: '' };
    expect(await write(at.editor, same)).toMatchObject({
      kind: 'refused',
      faults: [{ key: 'publishing.fault.nothing-changes' }],
    });
  });

  test('takes no code that the codebook does not have', async () => {
    const wrong = { [`code.${at.components[0]?.id}`]: 'brilliant' };
    expect(await write(at.editor, wrong)).toMatchObject({
      kind: 'refused',
      faults: [{ key: 'form.fault.choice' }],
    });
  });

  test('is published as it was read: what was changed meanwhile is read again', async () => {
    await write();
    const { id, version } = await open();
    await write(at.secondEditor, { version, late: true });
    expect(await publishCorrection(app, at.editor, id, { version })).toMatchObject({ kind: 'refused' });
    expect(await write(at.editor, { version })).toMatchObject({ kind: 'conflict', theirVersion: 2 });
  });

  test('given up, it leaves room for another', async () => {
    await write();
    const { id, version } = await open();
    await dropCorrection(app, at.editor, id, { version });
    expect((await showCorrection(app, at.editor, key)).correction).toBeNull();
    expect(await write()).toMatchObject({ kind: 'done' });
  });

  test('is an editor’s of this municipality; a coordinator publishes it and writes none', async () => {
    for (const actor of [
      at.editorElsewhere,
      at.monitor,
      at.contact,
      at.facilitator,
      at.resident,
      at.administrator,
    ]) {
      await expect(write(actor)).rejects.toThrow('not-found');
    }
    await expect(write(at.coordinator)).rejects.toThrow('forbidden');
    await write();
    const { id, version } = await open();
    await expect(publishCorrection(app, at.editorElsewhere, id, { version })).rejects.toThrow('not-found');
    expect(await publish(at.coordinator)).toMatchObject({ kind: 'done' });
  });
});
