import { beforeEach, describe, expect, test } from 'vitest';
import { createApp, type App } from '#server/app.ts';
import { readConfig } from '#server/config.ts';
import { useDatabase } from '#testing/database.ts';
import { addEvidenceItem } from '#testing/factories-coding.ts';
import { addMonitoring, type Monitoring } from '#testing/factories-monitoring.ts';
import { addAssessed } from '#testing/factories-publishing.ts';
import { saveStatusDraft, showStatusDraft } from './drafts.ts';
import { preparePublication, showPublication, takeBack } from './preparing.ts';

const database = useDatabase();
const now = new Date('2028-11-15T09:00:00Z');
let app: App;
let at: Monitoring;

beforeEach(async () => {
  app = createApp(readConfig({ LOG_LEVEL: 'silent' }), database(), { clock: () => now });
  at = await addAssessed(app.db);
});

async function setStage(stage: 'adjudication') {
  await app.db.updateTable('assessment').set({ stage }).where('id', '=', at.assessment.id).execute();
}

async function stage() {
  const row = await app.db
    .selectFrom('assessment')
    .select(['stage', 'prepared_by'])
    .where('id', '=', at.assessment.id)
    .executeTakeFirstOrThrow();
  return row;
}

function kinds() {
  return showPublication(app, at.editor, at.assessment.id).then(({ findings }) =>
    findings.map(({ kind }) => kind),
  );
}

const words = {
  rationale_sq: 'U shtrua gjysma.',
  rationale_en: '',
  late: false,
  reversed: false,
  blocked_by: '' as const,
};

function write(command: Partial<typeof words> & { version?: number } = {}, actor = at.editor) {
  const ids = { assessmentId: at.assessment.id, priorityId: at.priorities[0]?.id ?? '' };
  return saveStatusDraft(app, actor, ids, { ...words, version: 1, ...command }, '/work/publishing/x');
}

describe('preparing', () => {
  test('is not for whom a conflict of interest keeps from the municipality; about one priority, from writing of that one', async () => {
    const declare = (priority_id: string | null) =>
      app.db
        .insertInto('conflict_of_interest')
        .values({
          id: crypto.randomUUID(),
          account_id: at.editor.id,
          municipality_id: at.municipality.id,
          priority_id,
          since: '2028-01-01',
          reason: 'Vëllai',
        })
        .execute();
    await declare(at.priorities[1]?.id ?? '');
    expect(await write()).toMatchObject({ kind: 'done' });
    await declare(at.priorities[0]?.id ?? '');
    expect(await write({ version: 2 })).toMatchObject({
      kind: 'refused',
      faults: [{ field: 'rationale_sq', key: 'publishing.fault.conflict' }],
    });
    await declare(null);
    expect(await preparePublication(app, at.editor, at.assessment.id)).toMatchObject({
      kind: 'refused',
      faults: [{ field: 'prepare', key: 'publishing.fault.conflict' }],
    });
    expect(await preparePublication(app, at.secondEditor, at.assessment.id)).toMatchObject({ kind: 'done' });
  });

  test('an editor says that it is ready, and it is theirs', async () => {
    expect(await kinds()).toEqual([]);
    expect(await preparePublication(app, at.editor, at.assessment.id)).toMatchObject({ kind: 'done' });
    expect(await stage()).toEqual({ stage: 'prepared', prepared_by: at.editor.id });
  });

  test('waits for every code, every rationale, every item of evidence and the reply', async () => {
    at = await addMonitoring(app.db, { stage: 'reply' });
    await addEvidenceItem(app.db, at, [at.components[0]?.id ?? ''], { review: 'open' });
    const found = await kinds();
    expect(new Set(found)).toEqual(new Set(['not-read', 'code-open', 'rationale-missing', 'evidence-open']));
    expect(await preparePublication(app, at.editor, at.assessment.id)).toMatchObject({ kind: 'refused' });
    expect((await stage()).stage).toBe('reply');
  });

  test('can be taken back, and then it is nobody’s', async () => {
    await preparePublication(app, at.editor, at.assessment.id);
    await takeBack(app, at.secondEditor, at.assessment.id);
    expect(await stage()).toEqual({ stage: 'reading', prepared_by: null });
  });

  test('is done once: who comes second is told', async () => {
    await preparePublication(app, at.editor, at.assessment.id);
    await expect(preparePublication(app, at.secondEditor, at.assessment.id)).rejects.toThrow('conflict');
  });

  test('is an editor’s of this municipality: others are not told of it, a coordinator only sees it', async () => {
    for (const actor of [
      at.editorElsewhere,
      at.monitor,
      at.coder,
      at.contact,
      at.facilitator,
      at.resident,
      at.administrator,
    ]) {
      await expect(showPublication(app, actor, at.assessment.id)).rejects.toThrow('not-found');
      await expect(preparePublication(app, actor, at.assessment.id)).rejects.toThrow('not-found');
    }
    expect((await showPublication(app, at.coordinator, at.assessment.id)).can).toEqual({
      prepare: false,
      publish: false,
    });
    await expect(preparePublication(app, at.coordinator, at.assessment.id)).rejects.toThrow('forbidden');
  });

  test('shows no code and no status before the last code is settled', async () => {
    await setStage('adjudication');
    const page = await showPublication(app, at.editor, at.assessment.id);
    expect(page.priorities.map(({ live }) => live)).toEqual([null, null]);
    expect(page.findings).toEqual([]);
    await expect(
      showStatusDraft(app, at.editor, at.assessment.id, at.priorities[0]?.id ?? ''),
    ).rejects.toThrow('not-found');
  });
});

describe('what stands beside a status', () => {
  test('is written by an editor, the status itself is not', async () => {
    expect(await write({ late: true })).toMatchObject({ kind: 'done' });
    const page = await showStatusDraft(app, at.editor, at.assessment.id, at.priorities[0]?.id ?? '');
    expect(page.priority.written).toMatchObject({
      rationale: { sq: 'U shtrua gjysma.' },
      late: true,
      version: 2,
    });
    expect(page.live).toMatchObject({ kind: 'derived', status: 'partly' });
  });

  test('needs its rationale in the language that binds', async () => {
    expect(await write({ rationale_sq: '', rationale_en: 'Half was paved.' })).toMatchObject({
      kind: 'refused',
      faults: [{ field: 'rationale_sq' }],
    });
  });

  test('of two who change it at once the second sees what the first wrote', async () => {
    await write({ rationale_sq: 'I pari' });
    expect(await write({ rationale_sq: 'I dyti' }, at.secondEditor)).toMatchObject({
      kind: 'conflict',
      theirs: { rationale_sq: 'I pari' },
      theirVersion: 2,
    });
  });

  test('cannot be changed once it is prepared', async () => {
    await preparePublication(app, at.editor, at.assessment.id);
    await expect(write()).rejects.toThrow('conflict');
  });

  test('is nobody else’s to write', async () => {
    await expect(write({}, at.editorElsewhere)).rejects.toThrow('not-found');
    await expect(write({}, at.coordinator)).rejects.toThrow('forbidden');
  });

  test('begins with the coders’ words', async () => {
    await app.db.deleteFrom('status_draft').execute();
    const page = await showStatusDraft(app, at.editor, at.assessment.id, at.priorities[0]?.id ?? '');
    expect(page.fields['rationale_en']).toBe('Code partial\n\nCode complete');
  });
});
